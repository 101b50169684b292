import { foldWord } from './cell.ts';
import { type WordList, wordList } from './word-list.ts';

const words = (list: string): WordList => wordList(list, foldWord);

/** Words, and spreadsheets' own names, for yes and no, in English, German, French, Spanish, Italian, Dutch, Polish, Romanian, Portuguese, Russian. */
export const yesWords = words(`
yes,y,true,ja,wahr,oui,vrai,sí,verdadero,vero,waar,tak,prawda,da,adevărat,sim,verdadeiro,да,истина`);
export const noWords = words(`
no,n,false,nein,falsch,non,faux,falso,nee,onwaar,nie,fałsz,nu,fals,não,нет,ложь`);

/** Words for some, nobody knows how many. */
export const inStockWords = words(`
in stock,instock,on stock,available,available now,immediately available,ready to ship,plenty,high,high stock,
auf lager,ab lager,ab lager lieferbar,lagernd,lieferbar,sofort lieferbar,verfügbar,sofort verfügbar,verfuegbar,vorrätig,vorhanden,
en stock,disponible,disponible immédiatement,
con existencias,hay existencias,en existencia,
disponibile,disponibilità immediata,pronta consegna,in magazzino,
op voorraad,voorradig,leverbaar,direct leverbaar,beschikbaar,
na stanie,w magazynie,dostępny,dostępna,dostępne,
în stoc,pe stoc,produs pe stoc,stoc suficient,disponibil,
em estoque,em stock,disponível,pronta entrega,
в наличии,есть в наличии,есть,на складе,доступно,достаточно,много`);

/** Words for few: at least one. */
export const fewWords = words(`
low,low stock,limited,limited stock,few,few left,last items,last pieces,
wenige,wenig,nur noch wenige,nur noch wenige verfügbar,geringer bestand,niedriger bestand,begrenzt verfügbar,
stock faible,stock limité,faible,dernières pièces,derniers exemplaires,plus que quelques exemplaires,
stock bajo,stock limitado,pocas unidades,últimas unidades,existencias limitadas,
scorte limitate,disponibilità limitata,pochi pezzi,ultimi pezzi,
beperkt,beperkte voorraad,beperkt op voorraad,bijna uitverkocht,laatste stuks,weinig,
mało,mała ilość,niski stan,ostatnie sztuki,na wyczerpaniu,
stoc limitat,stoc redus,ultimele bucăți,
estoque baixo,estoque limitado,poucas unidades,
мало,заканчивается,последние штуки,осталось мало,ограниченное количество`);

const gone = `
no longer available,no longer supplied,no longer orderable,not available anymore,nla,
nicht mehr lieferbar,nicht mehr verfügbar,nicht mehr erhältlich,nicht mehr bestellbar,
plus disponible,n'est plus disponible,plus commercialisé,
ya no disponible,no disponible definitivamente,
non più disponibile,
niet meer leverbaar,niet meer beschikbaar,
już niedostępny,już niedostępne,trwale niedostępny,
nu mai este disponibil,indisponibil definitiv,
não mais disponível,
больше не поставляется,больше недоступно`;

/** Words for none that will never be any again. */
export const goneWords = words(gone);

/** Words for none. */
export const noStockWords = words(`${gone},
out of stock,outofstock,oos,sold out,soldout,not in stock,no stock,not available,unavailable,currently unavailable,temporarily out of stock,temporarily unavailable,
ausverkauft,vergriffen,nicht lieferbar,derzeit nicht lieferbar,momentan nicht lieferbar,zurzeit nicht lieferbar,nicht verfügbar,derzeit nicht verfügbar,nicht vorrätig,nicht auf lager,kein bestand,
épuisé,épuisée,rupture,en rupture,rupture de stock,en rupture de stock,indisponible,non disponible,pas en stock,hors stock,
agotado,agotada,sin stock,sin existencias,no disponible,fuera de stock,
esaurito,esaurita,non disponibile,non in stock,
uitverkocht,niet op voorraad,niet leverbaar,niet beschikbaar,niet voorradig,geen voorraad,
brak,brak na stanie,brak w magazynie,brak towaru,niedostępny,niedostępna,niedostępne,wyprzedany,wyprzedane,
epuizat,stoc epuizat,fără stoc,lipsă stoc,nu este în stoc,indisponibil,
esgotado,esgotada,sem estoque,sem stock,fora de estoque,indisponível,não disponível,
нет в наличии,нет на складе,отсутствует,распродано,закончился,закончилось,недоступно`);

/** Words behind a count that say that single articles are counted. */
export const unitWords = words(`
pc,pcs,pce,pces,piece,pieces,unit,units,ea,each,left,
st,stk,stck,stück,stueck,pièce,pièces,unité,unités,
u,ud,uds,und,unid,unidad,unidades,pz,pzs,pzi,pezzo,pezzi,stuk,stuks,
szt,sztuka,sztuki,sztuk,buc,bucată,bucăți,
un,unidade,unidades,peça,peças,шт,штука,штуки,штук`);

/** Words before a count that say what it counts: what there is now. */
export const labelWords = words(`
stock,current stock,stock on hand,on hand,inventory,qty,quantity,bestand,lagerbestand,menge,stock actuel,quantité,existencias,cantidad,giacenza,quantità,
voorraad,aantal,stan,stan magazynowy,ilość,stoc,cantitate,estoque,quantidade,остаток,количество`);

/** Words behind a count that say that it can be had now. */
export const nowWords = words(
  'now,right now,on hand,jetzt,sofort,maintenant,ahora,adesso,teraz,acum,agora,сейчас',
);

/** Words before a count that say that there are more. */
export const moreWords = words(`
more than,over,at least,mehr als,über,mindestens,plus de,au moins,más de,al menos,più di,oltre,almeno,
meer dan,ten minste,minstens,więcej niż,ponad,powyżej,co najmniej,peste,mai mult de,cel puțin,mais de,acima de,pelo menos,больше,более,свыше,не менее`);

/** Words before a count that say that there are fewer, perhaps none. */
export const fewerWords = words(`
less than,fewer than,under,below,up to,weniger als,unter,bis zu,bis,moins de,menos de,hasta,meno di,fino a,
minder dan,tot,mniej niż,poniżej,do,sub,mai puțin de,până la,abaixo de,até,меньше,менее,до`);
