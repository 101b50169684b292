import { describe, expect, it } from 'vitest';
import { line, offer, plannedSku, terms } from './builders.ts';
import { casesIn, inOrder, planned } from './sketch.ts';

// A case names the rule of the planning rules that it tests. Each is worked out with pencil and calendar:
// the plan's day is Monday 2026-11-23, the SKU is X, an order line is of 21 November. Unless said otherwise a supplier's file is
// of the day, it dispatches in 2 working days (so goods in stock leave on Wednesday 25 November), takes 5 days to deliver,
// keeps no buffer, is stale after 7 days and has priority 1. A backorder waits at most 30 days (Wednesday 23 December),
// a preorder at most 180, and 10 are sold ahead of an arrival of unknown size.
//
//   November 2026        December 2026        January 2027
//   Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su
//   16 17 18 19 20 21 22      1  2  3  4  5  6               1  2  3
//   23 24 25 26 27 28 29   7  8  9 10 11 12 13   4  5  6  7  8  9 10
//   30                    14 15 16 17 18 19 20  11 12 13 14 15 16 17
//                         21 22 23 24 25 26 27  18 19 20 21 22 23 24
//                         28 29 30 31           25 26 27 28 29 30 31

const stock = `
1.1 absent from the newest file: none there
  gone from acme: X
  #1 wants 2
  = X: unavailable not-in-latest-file
  = #1 2 unfillable

1.1 absent from one supplier's newest file, in the other's
  gone from acme: X
  beta 3
  = X: available in-stock sell 3 ships 2026-11-25 stock beta

1.1 six of theirs are one of ours: 17 are 2
  one BOX of acme is 1/6 X
  acme 17 of BOX
  = X has on hand 2, free 2            // 17 ÷ 6 = 2.83

1.1 six of theirs are one of ours: 18 are 3
  one BOX of acme is 1/6 X
  acme 18 of BOX
  = X has on hand 3, free 3

1.1 five of theirs are none of ours
  one BOX of acme is 1/6 X
  acme 5 of BOX
  = X has on hand 0, free 0

1.1 one of theirs is six of ours, of what is to come too
  one BOX of acme is 6/1 X
  acme 0 of BOX, due 2026-12-04 x 3
  = X: backorder restock-dated ahead 18 ships 2026-12-08 stated acme

1.1 what is to come is rounded down too
  one BOX of acme is 1/6 X
  acme 0 of BOX, due 2026-12-04 x 17
  = X: backorder restock-dated ahead 2 ships 2026-12-08 stated acme

1.1 a pack of four
  acme 3, pack of 4
  = X has on hand 12, free 12

1.2 the file is just not stale
  acme 10, file 2026-11-16
  = available in-stock sell 10 ships 2026-11-25 stock acme    // 16 + 7 = 23

1.2 the file is a day too old
  acme 10, file 2026-11-15
  = unavailable stale-feed
  = X has on hand 0, free 0

1.2 stale after a day: of yesterday
  acme: stale after 1
  acme 10, file 2026-11-22
  = X has on hand 10

1.2 stale after a day: of the day before yesterday
  acme: stale after 1
  acme 10, file 2026-11-21
  = X has on hand 0

1.2 forwarded the day before the file: in its number already
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, forwarded to acme on 2026-11-19
  = X has on hand 10, committed 0, free 10

1.2 forwarded on the day of the file: not in it yet
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, forwarded to acme on 2026-11-20
  = X has on hand 10, committed 3, free 7

1.2 a supplier without a day of forwarding takes nothing back
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, by acme
  = X has on hand 10, committed 3, free 7

1.2 forwarded before one supplier's file says nothing of another's number
  acme 10, file 2026-11-20
  beta 4, file 2026-11-18
  #1 wants 3, at 2026-11-18, forwarded to beta on 2026-11-19
  = X has on hand 14, committed 3, free 11

1.2 a purchase order the day before the file
  acme 10, file 2026-11-20
  #1 wants 5, at 2026-11-18
  purchase order 2026-11-19: acme ships 2 of #1
  = X has on hand 10, committed 3, free 7      // 5 − 2 outstanding units are in no number

1.2 a purchase order on the day of the file
  acme 10, file 2026-11-20
  #1 wants 5, at 2026-11-18
  purchase order 2026-11-20: acme ships 2 of #1
  = X has on hand 10, committed 5, free 5

1.2 both a purchase order and the order file: the larger, not the sum
  acme 10, file 2026-11-20
  #1 wants 5, at 2026-11-18, forwarded to acme on 2026-11-19
  purchase order 2026-11-19: acme ships 2 of #1
  = X has on hand 10, committed 0, free 10     // 5, not 5 + 2

1.2 two lines on one purchase order each count
  acme 10, file 2026-11-20
  #1 wants 2, at 2026-11-18
  #2 wants 4, at 2026-11-18
  purchase order 2026-11-19: acme ships 2 of #1
  purchase order 2026-11-19: acme ships 1 of #2
  = X has on hand 10, committed 3, free 7      // 0 + (4 − 1)

1.2 shipped the day before the file
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-19
  = X has on hand 10, committed 0, free 10

1.2 shipped on the day of the file
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-20
  = X has on hand 7, committed 0, free 7

1.2 shipped nobody knows when: before
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3
  = X has on hand 10, committed 0, free 10

1.2 shipped after the file, but forwarded before it
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-21, forwarded to acme on 2026-11-19
  = X has on hand 10, committed 0, free 10

1.2 shipped in part after the file
  acme 10, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 1 on 2026-11-21
  = X has on hand 9, committed 2, free 7       // 10 − 1, and 9 − 2

1.2 shipped by one of two: off that one's number
  acme 10, file 2026-11-20
  beta 2, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-21, by beta
  = X has on hand 10, free 10                  // beta: max(0, 2 − 3) = 0

1.2 shipped by nobody knows whom: by the one that has the whole line
  acme: buffer 2
  acme 2, file 2026-11-20
  beta 5, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-21
  = X has on hand 4, safety stock 2, free 2    // acme 2, all of it buffer; beta 5 − 3 = 2

1.2 shipped by nobody knows whom: by the lower priority number of two that have it
  acme: priority 2, buffer 3
  acme 3, file 2026-11-20
  beta 3, file 2026-11-20
  #1 wants 3, at 2026-11-18, shipped 3 on 2026-11-21
  = X has on hand 3, safety stock 3, free 0    // beta 3 − 3 = 0; acme's 3 are buffer

1.2 an "in stock" word counts 5
  acme in stock
  = X has on hand 5

1.2 a word of which 2 were shipped
  acme in stock, file 2026-11-20
  #1 wants 2, at 2026-11-18, shipped 2 on 2026-11-20
  = X has on hand 3

1.2 a word that counts 50
  acme: word counts 50
  acme in stock
  = X has on hand 50

1.2 a word that counts nothing
  acme: word counts 0
  acme in stock
  = X has on hand 0

1.2 at least 50 is 50
  acme at least 50
  = X has on hand 50, free 50

1.2 a negative number is none
  acme -4
  beta 3
  = X has on hand 3, free 3

1.3 the sum of what is usable
  acme 4
  beta 3
  gamma 9, file 2026-11-15
  = X has on hand 7

1.4 no buffer
  acme 1
  = available in-stock sell 1 ships 2026-11-25 stock acme

1.4 a tenth of 10
  acme: buffer 10%
  acme 10
  = X has safety stock 1, free 9

1.4 a tenth of 11, rounded up
  acme: buffer 10%
  acme 11
  = X has safety stock 2, free 9

1.4 a share of what is left after what was shipped
  acme: buffer 10%
  acme 11, file 2026-11-20
  #1 wants 1, at 2026-11-18, shipped 1 on 2026-11-20
  = X has on hand 10, safety stock 1, free 9

1.4 a buffer is never more than there is
  acme: buffer 2
  beta: buffer 2
  acme 1
  beta 4
  = X has on hand 5, safety stock 3, free 2    // 1 + 2

1.4 own safety stock replaces the sum
  acme: buffer 2
  beta: buffer 2
  acme 6
  beta 6
  skus.csv: safety 7
  = X has on hand 12, safety stock 7, free 5

1.4 own safety stock of nought
  acme: buffer 2
  acme 2
  skus.csv: safety 0
  = X has on hand 2, safety stock 0, free 2

1.5 an arrival lives on its day and its slip
  acme: slip 3
  acme 0, due 2026-11-20 x 4
  = backorder restock-dated ahead 4 ships 2026-11-25 stated acme   // 20 + 3 = 23

1.5 a day later it is overdue
  acme: slip 3
  acme 0, due 2026-11-19 x 4
  = unavailable restock-overdue
  = X has incoming 0

1.5 the arrival that ships first is the first, not the one that comes first
  acme: dispatch 10
  acme 0, due 2026-12-04 x 3
  beta 0, due 2026-12-07 x 4
  = backorder restock-dated ahead 4 ships 2026-12-09 stated beta   // acme: 10 working days from 4 December are 18 December

1.5 two that ship on one day: by priority
  acme: priority 2
  acme 0, due 2026-12-04 x 1
  beta 0, due 2026-12-05 x 3
  = backorder restock-dated ahead 4 ships 2026-12-08 stated beta   // Friday + 2 and Saturday + 2 are both Tuesday

1.5 two that ship on one day, of one priority: by id
  beta 0, due 2026-12-04 x 3
  acme 0, due 2026-12-05 x 1
  = backorder restock-dated ahead 4 ships 2026-12-08 stated acme

1.5 an unknown quantity is the SKU's own limit
  acme 0, due 2026-12-04
  skus.csv: backorder limit 25
  = backorder restock-dated ahead 25 ships 2026-12-08 stated acme

1.5 an unknown quantity is the limit of the policy
  acme 0, due 2026-12-04
  policy: unknown limit 4
  = backorder restock-dated ahead 4 ships 2026-12-08 stated acme

1.5 no arrival from a stale file
  acme 0, due 2026-12-04 x 4, file 2026-11-15
  beta 0
  = X has status unavailable, incoming 0

1.5 no arrival of a discontinued article
  acme 0, due 2026-12-04 x 4, discontinued
  beta 0
  = unavailable no-restock-information

1.5 the merchant's date today
  acme 0
  skus.csv: restock 2026-11-23
  = backorder restock-dated ahead 10 ships 2026-11-25 override acme

1.5 the merchant's date of yesterday
  acme 0, due 2026-12-04 x 20
  skus.csv: restock 2026-11-22
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme

1.5 the merchant's date has no slip and replaces the preferred supplier's
  acme: slip 9
  acme 0, due 2026-11-30 x 3
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 10 ships 2026-12-08 override acme

1.5 the merchant's date leaves the others' dates
  acme 0, due 2026-12-11 x 20
  beta 0, due 2026-12-01 x 3
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 3 ships 2026-12-03 stated beta

1.5 the merchant's date is the preferred supplier's: fresh before priority
  acme 0, file 2026-11-15
  beta: priority 2, dispatch 4
  beta 0
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 10 ships 2026-12-10 override beta

1.5 discontinued in skus.csv: no arrival counts
  acme 0, due 2026-12-04 x 20
  skus.csv: discontinued
  = unavailable discontinued

1.5 not discontinued in skus.csv, whatever the offer says
  acme 0, due 2026-12-04 x 20, discontinued
  skus.csv: not discontinued
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme
`;

const kits = `
1.6 as many kits as the scarcest part makes
  kit KIT = 2 A + 1 B
  acme 7 of A
  acme 5 of B
  = KIT: available in-stock sell 3 ships 2026-11-25 stock acme   // 7 ÷ 2 = 3.5, 5 ÷ 1 = 5
  = KIT has on hand 3

1.6 one unit less of a part is one kit less
  kit KIT = 2 A + 1 B
  acme 5 of A
  acme 5 of B
  = KIT: available in-stock sell 2 ships 2026-11-25 stock acme

1.6 the buffer is taken off each part first
  kit KIT = 2 A + 1 B
  acme: buffer 2
  acme 7 of A
  acme 5 of B
  = KIT: available in-stock sell 2 ships 2026-11-25 stock acme   // (7 − 2) ÷ 2 = 2.5, 5 − 2 = 3

1.6 the kit's own offers are added
  kit KIT = 2 A + 1 B
  acme 7 of A
  acme 5 of B
  beta 4 of KIT
  = KIT has on hand 7, sellable 7       // 3 + 4

1.6 the worst part, its reason, the latest date, the least limit
  kit KIT = 2 A + 1 B
  acme 7 of A
  acme 0 of B, due 2026-12-04 x 20
  = KIT: backorder restock-dated ahead 3 ships 2026-12-08 stated acme   // 7 ÷ 2, 20 ÷ 1

1.6 two parts to come: the later, and half of five
  kit KIT = 2 A + 1 B
  acme 0 of A, due 2026-12-04 x 5
  acme 0 of B, due 2026-12-11 x 9
  = KIT: backorder restock-dated ahead 2 ships 2026-12-15 stated acme

1.6 a backorder and a preorder make a preorder
  kit KIT = 2 A + 1 B
  acme 0 of A, due 2027-02-15 x 8
  acme 0 of B, due 2026-12-11 x 9
  = KIT: preorder restock-far ahead 4 ships 2027-02-17 stated acme

1.6 one part gone for good
  kit KIT = 1 A + 1 B
  acme 9 of A
  acme 0 of B, discontinued
  = KIT: unavailable discontinued

1.6 one of a pair to come is no kit
  kit KIT = 2 A + 1 B
  acme 0 of A, due 2026-12-04 x 1
  acme 5 of B
  = KIT: unavailable limit-reached      // 1 ÷ 2 = 0

1.6 two kits share a part
  kit KIT = 2 A + 1 B
  kit LOT = 3 A + 1 C
  acme 7 of A
  acme 9 of B
  acme 9 of C
  #1 wants 1 of KIT
  = KIT has sellable 2                  // (7 − 2) ÷ 2 = 2.5
  = LOT has sellable 1                  // (7 − 2) ÷ 3 = 1.67
  = A has committed 2, free 5
  = B has committed 1, free 8
  = C has committed 0, free 9

1.6 an open kit line is a line of each part
  kit KIT = 2 A + 1 B
  acme 7 of A
  acme 5 of B
  #1 wants 3 of KIT
  = #1 6 ship-now acme stock 2026-11-25
  = #1 3 ship-now acme stock 2026-11-25

1.6 complete kits only
  kit KIT = 2 A + 1 B
  acme 3 of A, due 2026-12-04 x 9
  acme 5 of B
  #1 wants 2 of KIT
  // One kit leaves now. The third A and a B wait for the fourth A.
  = #1 2 ship-now acme stock 2026-11-25
  = #1 1 waiting acme stock 2026-12-08
  = #1 1 waiting acme 2026-12-04 2026-12-08
  = #1 1 ship-now acme stock 2026-11-25
  = #1 1 waiting acme stock 2026-12-08

1.6 a part without a date keeps the kit without one
  kit KIT = 1 A + 1 B
  acme 5 of A
  acme 0 of B
  #1 wants 1 of KIT
  = #1 1 waiting acme stock
  = #1 1 waiting

1.6 kits and their parts are served in one order
  kit KIT = 2 A + 1 B
  acme 4 of A
  acme 9 of B
  #1 wants 1 of A, at 2026-11-19
  #2 wants 1 of KIT, at 2026-11-20
  #3 wants 2 of A, at 2026-11-21
  = #1 1 ship-now acme stock 2026-11-25
  = #2 2 ship-now acme stock 2026-11-25
  = #2 1 ship-now acme stock 2026-11-25
  = #3 1 ship-now acme stock 2026-11-25     // 4 − 1 − 2 = 1
  = #3 1 waiting
`;

const allocation = `
2.1 ordered less shipped less cancelled
  acme 10
  #1 wants 5, shipped 2, cancelled 1
  = X has committed 2
  = #1 2 ship-now acme stock 2026-11-25

2.1 never below nothing
  acme 10
  #1 wants 2, shipped 2, cancelled 1
  #2 wants 3
  = X has committed 3

2.1 refunded in full
  acme 10
  #1 wants 3, refunded
  = X has committed 0

2.1 voided
  acme 10
  #1 wants 3, voided
  = X has committed 0

2.1 pending and authorised
  acme 10
  #1 wants 3, pending
  #2 wants 2, authorized
  = X has committed 5

2.2 the earlier second first
  acme 1
  #1 wants 1, at 2026-11-20T10:00:01
  #2 wants 1, at 2026-11-20T10:00:00
  = #2 1 ship-now acme stock 2026-11-25
  = #1 1 waiting

2.2 at one moment the lower order first
  acme 1
  #2 wants 1, at 2026-11-20T10:00:00
  #1 wants 1, at 2026-11-20T10:00:00
  = #1 1 ship-now acme stock 2026-11-25
  = #2 1 waiting

2.2 in one order the lower line first
  acme 1
  #1/b wants 1
  #1/a wants 1
  = #1/a 1 ship-now acme stock 2026-11-25
  = #1/b 1 waiting

2.2 on one day without hours the order, then the line
  acme 3
  #2/a wants 1, at 2026-11-20
  #1/b wants 1, at 2026-11-20
  #1/a wants 2, at 2026-11-20
  = #1/a 2 ship-now acme stock 2026-11-25
  = #1/b 1 ship-now acme stock 2026-11-25
  = #2/a 1 waiting

2.3 stock first, then arrivals in their order, never more than needed
  acme 2, due 2026-12-11 x 5, due 2026-12-04 x 3
  #1 wants 7
  = #1 2 ship-now acme stock 2026-11-25
  = #1 3 waiting acme 2026-12-04 2026-12-08
  = #1 2 waiting acme 2026-12-11 2026-12-15

2.3 stock that ships late before an arrival that ships soon
  acme 0, due 2026-11-23 x 9
  beta: dispatch 10
  beta 1
  #1 wants 2
  = #1 1 ship-now beta stock 2026-12-07          // 24–27, 30, 1–4, 7
  = #1 1 waiting acme 2026-11-23 2026-11-25

2.3 one that has the whole line before a lower priority number
  acme: priority 2
  acme 3
  beta 2
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.3 no one has the whole line: split, the lower priority number first
  acme: priority 2
  acme 2
  beta 2
  #1 wants 3
  = #1 2 ship-now beta stock 2026-11-25
  = #1 1 ship-now acme stock 2026-11-25

2.3 never over more than needed: the second of one priority is left out for one that has the rest
  beta: priority 2
  acme 2
  beta 2
  gamma 1
  #1 wants 4
  = #1 2 ship-now acme stock 2026-11-25
  = #1 2 ship-now beta stock 2026-11-25

2.3 never over more than needed: two serve what the lower priority number would split over three
  beta: priority 2
  gamma: priority 2
  acme 1
  beta 2
  gamma 2
  #1 wants 4
  = #1 2 ship-now beta stock 2026-11-25
  = #1 2 ship-now gamma stock 2026-11-25

2.3 three where three are needed, the lower priority number in full
  beta: priority 2
  gamma: priority 2
  acme 1
  beta 2
  gamma 2
  #1 wants 5
  = #1 1 ship-now acme stock 2026-11-25
  = #1 2 ship-now beta stock 2026-11-25
  = #1 2 ship-now gamma stock 2026-11-25

2.3 the lower cost of one currency
  acme 9, costs 9 USD
  beta 9, costs 8.5 USD
  #1 wants 3
  = #1 3 ship-now beta stock 2026-11-25

2.3 priority goes before cost
  beta: priority 2
  acme 9, costs 9 USD
  beta 9, costs 8.5 USD
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.3 a supplier without stock has no say in the costs
  acme 9, costs 9 USD
  beta 9, costs 8.5 USD
  gamma 0, costs 5 EUR
  #1 wants 3
  = #1 3 ship-now beta stock 2026-11-25

2.3 a third currency makes costs tell nothing
  acme 9, costs 9 USD
  beta 9, costs 8.5 USD
  gamma 9, costs 5 EUR
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.3 one without a cost makes costs tell nothing
  acme 9, costs 9 USD
  beta 9, costs 8.5 USD
  gamma 9
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.3 equal costs: the earlier ship date
  acme 9, costs 8.5 USD
  beta: dispatch 1
  beta 9, costs 8.5 USD
  #1 wants 3
  = #1 3 ship-now beta stock 2026-11-24

2.3 equal costs, equal dates: the id
  beta 9, costs 8.5 USD
  acme 9, costs 8.5 USD
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.3 the next order gets what the first one left
  acme 2, due 2026-12-04 x 3
  #1 wants 4, at 2026-11-20
  #2 wants 4, at 2026-11-21
  = #1 2 ship-now acme stock 2026-11-25
  = #1 2 waiting acme 2026-12-04 2026-12-08
  = #2 1 waiting acme 2026-12-04 2026-12-08
  = #2 3 waiting

2.4 an order may take all of the buffer
  acme: buffer 2
  acme 2
  #1 wants 2
  = #1 2 ship-now acme stock 2026-11-25
  = X has free 0

2.5 one offer of two discontinued: it waits
  acme 0, discontinued
  beta 0
  #1 wants 1
  = #1 1 waiting

2.5 every offer discontinued: unfillable
  acme 0, discontinued
  beta 0, discontinued
  #1 wants 1
  = #1 1 unfillable

2.5 no offer: unfillable
  #1 wants 1
  = #1 1 unfillable

2.5 behind a stale file it waits for the file
  acme 9, file 2026-11-15
  #1 wants 1
  = #1 1 waiting stale-feed

2.5 the last of a discontinued article, and one more
  acme 2, discontinued
  #1 wants 3
  = #1 2 ship-now acme stock 2026-11-25
  = #1 1 unfillable

2.6 stock waits for the release
  acme 5, release 2026-12-01
  #1 wants 3
  = #1 3 waiting acme stock 2026-12-03

2.6 on the release day stock ships
  acme 5, release 2026-11-23
  #1 wants 3
  = #1 3 ship-now acme stock 2026-11-25

2.6 an arrival before the release waits, one after it has its own day
  acme 0, release 2026-12-01, due 2026-11-25 x 2, due 2026-12-04 x 5
  #1 wants 3
  = #1 2 waiting acme 2026-11-25 2026-12-03
  = #1 1 waiting acme 2026-12-04 2026-12-08
`;

const dates = `
3 dispatch of 0 days on a working day is the day
  acme: dispatch 0
  acme 1
  = available in-stock sell 1 ships 2026-11-23 stock acme

3 dispatch of 0 days on a Saturday is Monday
  day 2026-11-28
  acme: dispatch 0
  acme 1, file 2026-11-28
  = available in-stock sell 1 ships 2026-11-30 stock acme

3 dispatch of 1 day on a Friday is Monday
  day 2026-11-27
  acme: dispatch 1
  acme 1, file 2026-11-27
  = available in-stock sell 1 ships 2026-11-30 stock acme

3 dispatch of 1 day on a Saturday is the same Monday
  day 2026-11-28
  acme: dispatch 1
  acme 1, file 2026-11-28
  = available in-stock sell 1 ships 2026-11-30 stock acme

3 dispatch of 0 days on the supplier's holiday is the next day
  acme: dispatch 0, holidays 2026-11-23 and 2026-11-24
  acme 1
  = available in-stock sell 1 ships 2026-11-25 stock acme

3 a holiday on the first day costs nothing
  acme: holidays 2026-11-23
  acme 1
  = available in-stock sell 1 ships 2026-11-25 stock acme    // 24, 25

3 holidays in between are no working days
  acme: holidays 2026-11-24 and 2026-11-25
  acme 1
  = available in-stock sell 1 ships 2026-11-27 stock acme    // 26, 27

3 a holiday on a Sunday is one day off all the same
  day 2026-11-27
  acme: holidays 2026-11-29
  acme 1, file 2026-11-27
  = available in-stock sell 1 ships 2026-12-01 stock acme    // Mon 30, Tue 1

3 the offer's own dispatch days
  acme 1, dispatch 5
  = available in-stock sell 1 ships 2026-11-30 stock acme    // 24, 25, 26, 27, 30

3 the SKU's own dispatch days
  acme 1
  skus.csv: dispatch 0
  = available in-stock sell 1 ships 2026-11-23 stock acme

3 an arrival on a Saturday
  acme: dispatch 0
  acme 0, due 2026-12-05 x 1
  = backorder restock-dated ahead 1 ships 2026-12-07 stated acme

3 over the turn of the year
  acme: holidays 2026-12-25 and 2027-01-01
  policy: backorder wait 60
  acme 0, due 2026-12-31 x 1
  = backorder restock-dated ahead 1 ships 2027-01-05 stated acme    // Fri 1 is a holiday; Mon 4, Tue 5

3 slip is calendar days, before dispatch
  acme: slip 3
  acme 0, due 2026-12-04 x 1
  = backorder restock-dated ahead 1 ships 2026-12-09 stated acme    // Fri 4 + 3 = Mon 7; Tue 8, Wed 9

3 four restocks teach no slip
  acme: slip 1
  record of acme: 4 restocks, slip 6
  acme 0, due 2026-12-04 x 1
  = backorder restock-dated ahead 1 ships 2026-12-08 stated acme    // Sat 5; Mon 7, Tue 8

3 five restocks do
  acme: slip 1
  record of acme: 5 restocks, slip 6
  acme 0, due 2026-12-04 x 1
  = backorder restock-dated ahead 1 ships 2026-12-14 stated+record acme    // Thu 10; Fri 11, Mon 14

3 an arrival lives through its learned slip
  record of acme: 5 restocks, slip 6
  acme 0, due 2026-11-17 x 1
  = backorder restock-dated ahead 1 ships 2026-11-25 stated+record acme    // 17 + 6 = 23

3 and not a day longer
  record of acme: 5 restocks, slip 6
  acme 0, due 2026-11-16 x 1
  = unavailable restock-overdue

3 a typical time is counted from the day it ran out
  acme: restock 14
  acme 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme      // Fri 20 + 14 = Fri 4

3 a typical time that is over: from today
  acme: restock 14
  acme 0, out since 2026-10-20
  = preorder restock-uncertain ahead 10 ships 2026-11-25 typical acme

3 a typical time that ends today
  acme: restock 14
  acme 0, out since 2026-11-09
  = preorder restock-uncertain ahead 10 ships 2026-11-25 typical acme      // 9 + 14 = 23

3 a typical time that ends tomorrow
  acme: restock 14
  acme 0, out since 2026-11-10
  = preorder restock-uncertain ahead 10 ships 2026-11-26 typical acme

3 while it still shows stock: from today
  acme: restock 14
  acme 3
  #1 wants 3
  = X: preorder restock-uncertain ahead 10 ships 2026-12-09 typical acme   // Mon 23 + 14 = Mon 7

3 an estimate has no slip
  acme: restock 14, slip 9
  acme 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme

3 no estimate beside a living arrival, however late
  acme: restock 14
  acme 0, out since 2026-11-20, due 2027-12-01 x 5
  = unavailable restock-too-far

3 an estimate beside an arrival that is overdue
  acme: restock 14
  acme 0, out since 2026-11-20, due 2026-11-22 x 5
  = preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme

3 no estimate from a stale file
  acme: restock 14
  acme 0, out since 2026-11-10, file 2026-11-15
  beta 0
  = X has status unavailable

3 no estimate for what is discontinued there
  acme: restock 14
  acme 0, out since 2026-11-10, discontinued
  beta 0
  = unavailable no-restock-information

3 two comebacks teach nothing
  record of acme: 2 comebacks in 10 days
  acme 0, out since 2026-11-20
  = unavailable no-restock-information

3 two comebacks leave the typical time
  acme: restock 14
  record of acme: 2 comebacks in 10 days
  acme 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme

3 three teach a time, before the typical one
  acme: restock 14
  record of acme: 3 comebacks in 10 days
  acme 0, out since 2026-11-20
  = backorder restock-learned ahead 10 ships 2026-12-02 learned acme       // Mon 30; Tue 1, Wed 2

3 the release of skus.csv before that of the offer
  acme 0, release 2027-01-15
  skus.csv: release 2026-12-01
  = preorder not-released ahead 10 ships 2026-12-03 release acme

3 the latest release that offers state
  acme 0, release 2026-12-01
  beta 0, release 2026-12-08
  = preorder not-released ahead 10 ships 2026-12-10 release acme

3 the preferred supplier: not discontinued before priority
  beta: priority 2, dispatch 4
  acme 0, discontinued, release 2026-12-01
  beta 0
  = preorder not-released ahead 10 ships 2026-12-07 release beta           // Wed 2, Thu 3, Fri 4, Mon 7

3 without offers the lowest priority of all
  acme: priority 3
  beta: priority 2, dispatch 4
  gamma: priority 3
  skus.csv: release 2026-12-01
  = preorder not-released ahead 10 ships 2026-12-07 release beta

3 a release 7 days past, nothing there or known
  acme 0, release 2026-11-16
  = preorder restock-uncertain ahead 10 ships 2026-11-25 release acme

3 a release 8 days past
  acme 0, release 2026-11-15
  = unavailable no-restock-information

3 a release 7 days past, and stock
  acme 1, release 2026-11-16
  = available in-stock sell 1 ships 2026-11-25 stock acme

3 a release 7 days past, and a date
  acme 0, release 2026-11-16, due 2026-12-04 x 5
  = backorder restock-dated ahead 5 ships 2026-12-08 stated acme

3 delivery takes calendar days
  acme: transit 9
  acme 1
  = X has ship date 2026-11-25, deliver by 2026-12-04

3 ship-available: each line at its own day
  acme 1 of A
  acme 0 of B, due 2026-12-04 x 1
  #1/a wants 1 of A
  #1/b wants 1 of B
  = #1/a 1 ship-now acme stock 2026-11-25
  = #1/b 1 waiting acme 2026-12-04 2026-12-08

3 hold-together: at the latest day
  policy: hold-together
  acme 1 of A
  acme 0 of B, due 2026-12-04 x 1
  #1/a wants 1 of A
  #1/b wants 1 of B
  = #1/a 1 waiting acme stock 2026-12-08
  = #1/b 1 waiting acme 2026-12-04 2026-12-08

3 hold-together: what is all in stock is ordered now, from each supplier
  policy: hold-together
  beta: dispatch 4
  acme 1 of A
  beta 1 of B
  #1/a wants 1 of A
  #1/b wants 1 of B
  = #1/a 1 ship-now acme stock 2026-11-27
  = #1/b 1 ship-now beta stock 2026-11-27

3 hold-together: another order is not held
  policy: hold-together
  acme 2 of A
  acme 0 of B, due 2026-12-04 x 1
  #1/a wants 1 of A
  #1/b wants 1 of B
  #2 wants 1 of A
  = #1/a 1 waiting acme stock 2026-12-08
  = #1/b 1 waiting acme 2026-12-04 2026-12-08
  = #2 1 ship-now acme stock 2026-11-25

3 wait-max just long enough
  policy: wait-max 5
  acme 1 of A
  acme 0 of B, due 2026-11-26 x 1
  #1/a wants 1 of A
  #1/b wants 1 of B
  = #1/a 1 waiting acme stock 2026-11-30        // Thu 26; Fri 27, Mon 30 = Wed 25 + 5
  = #1/b 1 waiting acme 2026-11-26 2026-11-30

3 wait-max a day too short
  policy: wait-max 4
  acme 1 of A
  acme 0 of B, due 2026-11-26 x 1
  #1/a wants 1 of A
  #1/b wants 1 of B
  = #1/a 1 ship-now acme stock 2026-11-25
  = #1/b 1 waiting acme 2026-11-26 2026-11-30
`;

const status = `
4 rule 1 pinned against stock
  acme 9
  skus.csv: pinned unavailable
  = unavailable pinned

4 rule 1 pinned: its date as if it were not
  acme 0, due 2026-12-04 x 20
  skus.csv: pinned preorder
  = X has status preorder, reason pinned, ship date 2026-12-08

4 rule 1 pinned available sells what is free
  acme: buffer 2
  acme 9
  skus.csv: pinned available
  = X has status available, reason pinned, sellable 7

4 rule 1 pinned goes before the release
  acme 9, release 2026-12-01
  skus.csv: pinned unavailable
  = unavailable pinned

4 rule 2 the release ships on the last day of the wait
  policy: preorder wait 60
  acme 0, release 2027-01-20
  = preorder not-released ahead 10 ships 2027-01-22 release acme     // 30 November is day 7, 31 December 38, 22 January 60

4 rule 3 a day later
  policy: preorder wait 59
  acme 0, release 2027-01-20
  = unavailable release-too-far

4 rule 2 released tomorrow, stock or not
  acme 5, release 2026-11-24
  = preorder not-released ahead 5 ships 2026-11-26 release acme

4 rule 2 on hand − safety stock + arriving − committed
  acme: buffer 2
  acme 10, release 2026-12-01, due 2026-11-30 x 5
  #1 wants 3
  = X: preorder not-released ahead 10 ships 2026-12-03 release acme  // 10 − 2 + 5 − 3

4 rule 2 one left
  acme 0, release 2026-12-01
  #1 wants 9
  = X: preorder not-released ahead 1 ships 2026-12-03 release acme

4 rule 3 none left
  acme 0, release 2026-12-01
  #1 wants 10
  = X: unavailable limit-reached

4 rule 2 own limit goes before stock
  acme 50, release 2026-12-01
  #1 wants 2
  skus.csv: preorder limit 3
  = X: preorder not-released ahead 1 ships 2026-12-03 release acme

4 rule 3 own limit just reached
  acme 50, release 2026-12-01
  #1 wants 3
  skus.csv: preorder limit 3
  = X: unavailable limit-reached

4 rule 4 one free
  acme: buffer 2
  acme 5
  #1 wants 2
  = X: available in-stock sell 1 ships 2026-11-25 stock acme

4 rule 4 none free
  acme: buffer 2
  acme 5
  #1 wants 3
  = X: unavailable held-by-buffer                         // 5 on hand, 3 committed

4 rule 4 the buffers of all, then what is committed
  acme: buffer 2
  beta: buffer 2
  acme 5
  beta 5
  #1 wants 5
  = X has on hand 10, committed 5, free 1                 // 3 + 3 − 5

4 rule 4 the last units, beside a stale file
  acme 4, discontinued
  beta 9, file 2026-11-15
  = available last-units sell 4 ships 2026-11-25 stock acme

4 rule 4 discontinued at one of two fresh suppliers
  acme 4, discontinued
  beta 0
  = available in-stock sell 4 ships 2026-11-25 stock acme

4 rule 4 ships from the supplier of the next unit
  beta: priority 2, dispatch 4
  acme 3
  beta 9
  #1 wants 3
  = X: available in-stock sell 9 ships 2026-11-27 stock beta

4 rule 5 in no file
  listed: X
  = unavailable not-in-any-feed

4 rule 5 in no file, but the merchant knows a date
  listed: X
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 10 ships 2026-12-08 override acme

4 rule 6 stale
  acme 9, file 2026-11-15
  = unavailable stale-feed

4 rule 6 one stale, one discontinued
  acme 9, file 2026-11-15
  beta 0, discontinued
  = unavailable stale-feed

4 rule 6 stale, but the merchant knows a date
  acme 9, file 2026-11-15
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 10 ships 2026-12-08 override acme

4 rule 7 stale and discontinued, both in one
  acme 9, file 2026-11-15, discontinued
  beta 0, discontinued
  = unavailable discontinued

4 rule 7 discontinued, but the merchant knows a date
  acme 0, discontinued
  skus.csv: restock 2026-12-04
  = backorder restock-dated ahead 10 ships 2026-12-08 override acme

4 rule 8 all of it is sold
  acme 0, due 2026-12-04 x 6
  #1 wants 6
  = X: unavailable limit-reached

4 rule 9 all but one is sold
  acme 0, due 2026-12-04 x 7
  #1 wants 6
  = X: backorder restock-dated ahead 1 ships 2026-12-08 stated acme

4 rule 9 uncovered is what the stock does not cover
  acme 3, due 2026-12-04 x 7
  #1 wants 6
  = X: backorder restock-dated ahead 4 ships 2026-12-08 stated acme  // 7 − (6 − 3)
  = X has uncovered 3

4 rule 9 what the buffer holds covers orders too
  acme: buffer 2
  acme 3, due 2026-12-04 x 7
  #1 wants 3
  = X: backorder restock-dated ahead 7 ships 2026-12-08 stated acme

4 rule 9 on the last day of the wait
  acme 0, due 2026-12-21 x 5
  = backorder restock-dated ahead 5 ships 2026-12-23 stated acme

4 rule 10 a day later
  acme 0, due 2026-12-22 x 5
  = preorder restock-far ahead 5 ships 2026-12-24 stated acme

4 rule 10 on the last day of the wait
  policy: preorder wait 60
  acme 0, due 2027-01-20 x 5
  = preorder restock-far ahead 5 ships 2027-01-22 stated acme

4 rule 13 a day later
  policy: preorder wait 59
  acme 0, due 2027-01-20 x 5
  = unavailable restock-too-far

4 rule 9 nobody is promised a date for goods of a later arrival
  acme 0, due 2026-12-04 x 5
  beta 0, due 2026-12-18 x 20
  #1 wants 4
  = X: backorder restock-dated ahead 1 ships 2026-12-08 stated acme

4 rule 9 the next free arrival when the first is just sold
  acme 0, due 2026-12-04 x 5
  beta 0, due 2026-12-18 x 20
  #1 wants 5
  = X: backorder restock-dated ahead 20 ships 2026-12-22 stated beta

4 rule 9 into the second
  acme 0, due 2026-12-04 x 5
  beta 0, due 2026-12-18 x 20
  #1 wants 6
  = X: backorder restock-dated ahead 19 ships 2026-12-22 stated beta

4 rule 10 the near one is sold, the next is far
  acme 0, due 2026-12-04 x 5, due 2026-12-22 x 8
  #1 wants 5
  = X: preorder restock-far ahead 8 ships 2026-12-24 stated acme

4 rule 9 an arrival of none is not free
  acme 0, due 2026-12-04 x 0, due 2026-12-11 x 3
  = backorder restock-dated ahead 3 ships 2026-12-15 stated acme

4 rule 9 own limit less what is uncovered
  acme 3, due 2026-12-04 x 20
  #1 wants 6
  skus.csv: backorder limit 8
  = X: backorder restock-dated ahead 5 ships 2026-12-08 stated acme  // min(20 − 3, 8 − 3)

4 rule 9 own limit above what comes
  acme 0, due 2026-12-04 x 20
  #1 wants 6
  skus.csv: backorder limit 80
  = X: backorder restock-dated ahead 14 ships 2026-12-08 stated acme

4 rule 9 own limit just reached
  acme 0, due 2026-12-04 x 20
  #1 wants 8
  skus.csv: backorder limit 8
  = X: unavailable limit-reached

4 rule 10 own limit for preorders
  acme 0, due 2027-02-15 x 8
  skus.csv: preorder limit 5
  = preorder restock-far ahead 5 ships 2027-02-17 stated acme

4 rule 9 the limit for preorders is none for backorders
  acme 0, due 2026-12-04 x 20
  skus.csv: preorder limit 3
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme

4 rule 10 the limit for backorders is none for preorders
  acme 0, due 2027-02-15 x 8
  skus.csv: backorder limit 3
  = preorder restock-far ahead 8 ships 2027-02-17 stated acme

4 rule 9 a record of exactly half is not bad
  record of acme: 6 restocks, 3 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  = backorder restock-dated ahead 20 ships 2026-12-08 stated+record acme

4 rule 12 fewer than half is
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  = preorder restock-uncertain ahead 10 ships 2026-12-08 stated+record acme

4 rule 9 four restocks are too few to judge
  record of acme: 4 restocks, 0 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme

4 rule 12 through F: no more than comes
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-04 x 4
  = preorder restock-uncertain ahead 4 ships 2026-12-08 stated+record acme

4 rule 12 through F: no more than the limit less what is uncovered
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  #1 wants 6
  = X: preorder restock-uncertain ahead 4 ships 2026-12-08 stated+record acme   // min(20 − 6, 10 − 6)

4 rule 12 through F as a backorder, on the last day of its wait
  policy: uncertain backorder
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-21 x 20
  = backorder restock-uncertain ahead 10 ships 2026-12-23 stated+record acme

4 rule 12 through F as a backorder, a day later
  policy: uncertain backorder
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-22 x 20
  = preorder restock-uncertain ahead 10 ships 2026-12-24 stated+record acme

4 rule 12 through F where nothing uncertain is sold
  policy: uncertain unavailable
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  = unavailable restock-uncertain

4 rule 13 through a bad record, too late
  policy: preorder wait 59
  record of acme: 5 restocks, 2 as expected, slip 0
  acme 0, due 2027-01-20 x 5
  = unavailable restock-too-far

4 rule 9 another supplier's bad record says nothing
  record of beta: 5 restocks, 0 as expected, slip 0
  acme 0, due 2026-12-04 x 20
  beta 0, due 2026-12-11 x 20
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme

4 rule 11 on the last day of the wait
  record of acme: 3 comebacks in 28 days
  acme 0, out since 2026-11-23
  = backorder restock-learned ahead 10 ships 2026-12-23 learned acme   // Mon 23 + 28 = Mon 21

4 rule 12 a learned date a day later
  record of acme: 3 comebacks in 29 days
  acme 0, out since 2026-11-23
  = preorder restock-uncertain ahead 10 ships 2026-12-24 learned acme

4 rule 12 a learned date of a supplier with a bad record
  record of acme: 5 restocks, 2 as expected, slip 0, 3 comebacks in 10 days
  acme 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-02 learned acme

4 rule 11 the limit less what is uncovered: one left
  record of acme: 3 comebacks in 10 days
  acme 0, out since 2026-11-20
  #1 wants 9
  = X: backorder restock-learned ahead 1 ships 2026-12-02 learned acme

4 rule 11 the limit is used up
  record of acme: 3 comebacks in 10 days
  acme 0, out since 2026-11-20
  #1 wants 10
  = X: unavailable limit-reached

4 rule 11 own limit below it
  record of acme: 3 comebacks in 10 days
  acme 0, out since 2026-11-20
  skus.csv: backorder limit 3
  = backorder restock-learned ahead 3 ships 2026-12-02 learned acme

4 rule 11 learned of one, typical and later of the other
  acme: restock 20
  record of beta: 3 comebacks in 5 days
  acme 0, out since 2026-11-20
  beta 0, out since 2026-11-20
  = backorder restock-learned ahead 10 ships 2026-11-27 learned beta   // Fri 20 + 5 = Wed 25; Thu, Fri

4 rule 12 typical of one, learned and too late of the other
  acme: restock 14
  record of beta: 3 comebacks in 60 days
  acme 0, out since 2026-11-20
  beta 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme

4 rule 12 the earlier of two typical ones
  acme: restock 14
  beta: restock 7
  acme 0, out since 2026-11-20
  beta 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-12-01 typical beta  // Fri 27; Mon 30, Tue 1

4 rule 12 typical of one, learned of another with a bad record: the earlier
  acme: restock 14
  record of beta: 5 restocks, 2 as expected, slip 0, 3 comebacks in 5 days
  acme 0, out since 2026-11-20
  beta 0, out since 2026-11-20
  = preorder restock-uncertain ahead 10 ships 2026-11-27 learned beta

4 rule 11 another's stated date is too late
  policy: preorder wait 59
  record of beta: 3 comebacks in 10 days
  acme 0, due 2027-01-20 x 5
  beta 0, out since 2026-11-20
  = backorder restock-learned ahead 10 ships 2026-12-02 learned beta

4 rule 10 another's stated date is on the last day: it goes before what is learned
  policy: preorder wait 60
  record of beta: 3 comebacks in 10 days
  acme 0, due 2027-01-20 x 5
  beta 0, out since 2026-11-20
  = preorder restock-far ahead 5 ships 2027-01-22 stated acme

4 rule 8 goes before estimates
  record of beta: 3 comebacks in 10 days
  acme 0, due 2026-12-04 x 5
  beta 0, out since 2026-11-20
  #1 wants 5
  = X: unavailable limit-reached

4 rule 12 typical, on the last day of the wait
  policy: preorder wait 60
  acme: restock 58
  acme 0, out since 2026-11-23
  = preorder restock-uncertain ahead 10 ships 2027-01-22 typical acme  // day 58 is Wednesday 20 January

4 rule 14 typical, a day later
  policy: preorder wait 59
  acme: restock 58
  acme 0, out since 2026-11-23
  = unavailable no-restock-information

4 rule 12 as a backorder, on the last day of its wait
  policy: uncertain backorder
  acme: restock 28
  acme 0, out since 2026-11-23
  = backorder restock-uncertain ahead 10 ships 2026-12-23 typical acme

4 rule 12 as a backorder, a day later
  policy: uncertain backorder
  acme: restock 29
  acme 0, out since 2026-11-23
  = preorder restock-uncertain ahead 10 ships 2026-12-24 typical acme

4 rule 14 a date has passed
  acme 0, due 2026-11-22 x 5
  = unavailable restock-overdue

4 rule 14 more on hand than committed, all of it buffer
  acme: buffer 3
  acme 3
  #1 wants 2
  = X: unavailable held-by-buffer

4 rule 14 as much committed as on hand
  acme: buffer 3
  acme 3
  #1 wants 3
  = X: unavailable no-restock-information

4 rule 14 no basis, no promise
  acme 0
  = unavailable no-restock-information

4 flapping: back with just enough
  policy: return quantity 3
  before: backorder
  acme 3
  = available in-stock sell 3 ships 2026-11-25 stock acme

4 flapping: back with one too few
  policy: return quantity 3
  before: unavailable
  acme 2
  = unavailable below-return-quantity

4 flapping: one too few, but a date is known
  policy: return quantity 3
  before: backorder
  acme 2, due 2026-12-04 x 20
  = backorder restock-dated ahead 20 ships 2026-12-08 stated acme

4 flapping: it was available
  policy: return quantity 3
  before: available
  acme 1
  = available in-stock sell 1 ships 2026-11-25 stock acme
`;

describe.each([
  ['stock position', stock],
  ['kits', kits],
  ['allocation of open orders', allocation],
  ['dates', dates],
  ['status', status],
])('the rules of %s', (_section, text) => {
  it.each(casesIn(text))('$name', ({ given, expected }) => {
    expect(expected).not.toEqual([]);
    expect(planned(given, expected)).toEqual(inOrder(expected));
  });
});

describe('a buffer that demand sets', () => {
  const of = (quantity: number) =>
    plannedSku({
      offers: [offer({ quantity })],
      terms: [terms('acme', { buffer: { kind: 'auto' } })],
      lines: Array.from({ length: 60 }, (_, i) =>
        line({
          orderId: `#${i}`,
          orderedAt: new Date(Date.UTC(2026, 10, 22 - i)).toISOString().slice(0, 10),
          quantity: 2,
          fulfilledQuantity: 2,
        }),
      ),
    }).position;

  it('is never more than there is', () => {
    // Two a day over one day until the next file and two of dispatch are six at least.
    expect(of(4)).toMatchObject({ onHand: 4, safetyStock: 4, free: 0 });
  });
});
