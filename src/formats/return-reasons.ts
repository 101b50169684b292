import { once } from '../model/once.ts';
import { remembering } from '../model/remembered.ts';
import type { Cause } from '../model/return.ts';
import { foldWord } from './cell.ts';

/**
 * What words in a reason come to, in English, German, French, Spanish, Italian and Dutch. A `*` stands for any ending.
 * Where several are found the longer one is read at its place; of those that are left the one in the higher row counts:
 * what is somebody else's fault goes before a change of mind.
 */
const reasonWords: readonly (readonly [Cause, readonly string[]])[] = [
  [
    'defect',
    [
      'defect*, faulty, fault, broken zip, broke, malfunction*, not working, doesn t work, does not work, stopped working, dead on arrival, doa, poor quality, bad quality, quality unacceptable, quality issue*, quality problem*, quality not as expected, low quality, inferior quality, missing part*, parts missing, incomplete, leak*, torn, rips, ripped, rip, falls apart, fell apart, warranty',
      'defekt*, mangel*, mangelhaft*, kaputt*, funktioniert nicht, geht nicht, schlechte qualitat, qualitat*, fehlteil*, unvollstandig, fehlende teile, teile fehlen, undicht, gerissen, loch, gewahrleistung*, garantie*',
      'defectueu*, defaut*, en panne, ne fonctionne pas, ne marche pas, mauvaise qualite, qualite*, incomplet*, piece manquante, pieces manquantes, dechire*, trou',
      'defectuos*, defecto*, no funciona, mala calidad, calidad*, incompleto, faltan piezas, averiad*, roto de fabrica',
      'difettos*, difett*, non funziona, guasto, guasta, scarsa qualita, qualita*, incomplet*, pezzi mancanti, parti mancanti, strappat*, garanzia',
      'kapot*, werkt niet, gebrek*, slechte kwaliteit, kwaliteit*, onvolledig, onderdelen ontbreken, ontbrekende onderdelen, lek, gescheurd*',
    ],
  ],
  [
    'wrong-item',
    [
      'wrong item*, wrong product*, wrong article*, wrong colo*r sent, wrong size sent, wrong colo*r received, wrong size received, incorrect item*, incorrect product*, different item*, different product*, not as described, differs from description, mis shipped, misshipped, wrong item sent, sent wrong, switcheroo, not what i ordered, missing item*, item missing',
      'falscher artikel, falscher artikel*, falsches produkt, falsche ware, falsch geliefert, falschlieferung*, falsche lieferung, falsche grosse geliefert, falsche farbe geliefert, falsche farbe erhalten, falsche grosse erhalten, entspricht nicht der beschreibung, nicht wie beschrieben, abweichung*, anderer artikel, artikel fehlt',
      'mauvais article*, mauvais produit*, erreur de livraison, erreur d envoi, erreur de preparation, pas conforme*, non conforme*, article different, produit different, ne correspond pas a la description, article manquant',
      'articulo equivocado, producto equivocado, articulo incorrecto, producto incorrecto, articulo erroneo, producto erroneo, error de envio, no corresponde*, no es como se describe, no coincide*, diferente a la descripcion',
      'articolo sbagliato, prodotto sbagliato, articolo errato, prodotto errato, errore di spedizione, non conforme*, non corrisponde*, diverso dalla descrizione, articolo diverso, articolo mancante',
      'verkeerd artikel, verkeerde artikel, verkeerd product, verkeerde product, verkeerd geleverd, verkeerde maat geleverd, verkeerde kleur geleverd, fout artikel, niet zoals beschreven, komt niet overeen*, wijkt af*, artikel ontbreekt',
    ],
  ],
  [
    'damaged',
    [
      'damage*, broken*, crushed, dent*, scratch*, smashed, cracked, shattered, bent',
      'beschadig*, schaden, transportschaden*, zerbrochen, gebrochen, verkratzt, kratzer, delle*, zerkratzt, bruch, transportbruch',
      'endommage*, abime*, casse*, brise*, raye*, cabosse*, deteriore*',
      'danad*, dano, danos, roto, rota, rotos, rotas, aranad*, golpead*, deteriorad*',
      'danneggiat*, danno, danni, rotto, rotta, rotti, rotte, graffiat*, ammaccat*, rovinat*',
      'beschadigd*, schade, transportschade, gebroken, stuk, krassen, bekrast, deuk*, gedeukt',
    ],
  ],
  [
    'late',
    [
      'late, too late, arrived late, late delivery, delivered late, delay*, missed estimated delivery, took too long, never arrived, not received, not delivered, lost in transit, lost in mail, undelivered, non delivery, did not arrive, didn t arrive, never received',
      'zu spat*, verspatet*, verspatung*, lieferverzug, lieferverzogerung, nicht angekommen, nicht erhalten, nie angekommen, nicht geliefert, verloren gegangen, kam nie an, lieferzeit*, dauerte zu lange',
      'trop tard, retard*, en retard, livraison tardive, jamais recu, non recu, pas recu, jamais arrive, colis perdu, perdu*, delai*',
      'tarde, demasiado tarde, retras*, demora*, nunca llego, no recibid*, no llego, no entregad*, perdid*',
      'in ritardo, ritard*, troppo tardi, mai arrivat*, non ricevut*, mai ricevut*, non consegnat*, smarrit*, non arrivat*',
      'te laat, vertrag*, vertraging, nooit aangekomen, niet aangekomen, niet ontvangen, nooit ontvangen, niet geleverd, zoekgeraakt, kwijtgeraakt, levertijd*',
    ],
  ],
  [
    'not-wanted',
    [
      'unwanted*, not wanted, no longer wanted, no longer needed, not needed, don t want, do not want, don t need, changed mind, changed my mind, change of mind, ordered wrong*, wrong item ordered, wrong size ordered, wrong colo*r ordered, wrong product ordered, misorder*, ordered by mistake, bought by mistake, mistake purchase*, accidental order, by mistake, better price*, cheaper elsewhere, too small, too big, too large, too tight, too long, too short, too wide, size too*, wrong size, doesn t fit, does not fit, didn t fit, fit, sizing, size, colo*r, style, dislike*, not like*, don t like, didn t like, not satisfied, regret*, withdrawal, gift, unauthori*ed purchase, not compatible, part not compatible, doesn t suit, bought too many, extra item*, duplicate order',
      'gefallt nicht*, nicht gefallen, zu klein, zu gross, zu eng, zu weit, zu kurz, zu lang, passt nicht, falsche grosse, falsch bestellt*, falscher artikel bestellt, falsche grosse bestellt, falsche farbe bestellt, nicht mehr gebraucht, nicht benotigt, nicht mehr benotigt, brauche ich nicht*, umentschieden, anders uberlegt, meinung geandert, widerruf*, fehlbestellung, doppelt bestellt, mehrfach bestellt, zu viel bestellt, gunstiger*, billiger*, geschenk, nichtgefallen, kein bedarf, kein interesse, farbe',
      'ne plait pas, ne me plait pas, ne convient pas, ne me convient pas, trop petit*, trop grand*, trop serre*, trop large*, trop court*, trop long*, mauvaise taille, taille*, change* d avis, changement d avis, plus besoin, erreur de commande, commande par erreur, retractation*, moins cher*, cadeau, couleur, ne veux plus, n en veux plus, double commande',
      'no me gust*, no gust*, ya no lo quier*, no lo quier*, no deseado, demasiado pequen*, demasiado grande*, talla*, pequen*, no me queda*, no me vale, no lo necesit*, ya no lo necesit*, cambi* de opinion, cambio de opinion, cambie de idea, error al pedir, pedido por error, comprado por error, desistimiento*, mas barato, regalo, color',
      'non piace, non mi piace, non piaciut*, troppo piccol*, troppo grand*, troppo strett*, troppo larg*, troppo lung*, troppo cort*, taglia*, non serve*, non mi serve*, non piu necessari*, non desiderat*, cambiat* idea, cambio idea, ripensament*, recesso, ordinato per errore, errore di ordine, errore nell ordine, acquistato per errore, regalo, colore',
      'bevalt niet, niet mooi, niet naar wens, te klein, te groot, te strak, te wijd, te kort, te lang, past niet, verkeerde maat, maat*, bedacht, van gedachten veranderd, niet meer nodig, niet nodig, verkeerd besteld, verkeerde maat besteld, verkeerd artikel besteld, per ongeluk, foutief besteld, dubbel besteld, herroeping*, goedkoper*, cadeau, kleur',
    ],
  ],
];

const untold =
  /^(|[-–—.?/]+|n\/?a|none|null|unknown|not (given|specified|stated)|no reason( given)?|keine angabe|ohne angabe|kein grund|unbekannt|inconnue?|sans motif|non precise|desconocid[oa]|sin motivo|sconosciut[oa]|nessun motivo|non specificato|onbekend|geen reden|niet opgegeven)$/;

/** `not defective`, `kein Defekt`, `pas casse`: what is denied is no reason. */
const denied =
  '(?<!(?<!\\p{L})(?:not|no|never|isn t|nicht|keine?[nmrs]?|ohne|pas|sans|sin|non|senza|geen|niet)\\s+(?:an? |the |any )?)';

interface Finder {
  readonly pattern: RegExp;
  /** The cause of each group of the pattern. */
  readonly causes: readonly Cause[];
}

const finder = once((): Finder => {
  const all = reasonWords.flatMap(([cause, lists]) =>
    lists.flatMap((list) => list.split(', ').map((word) => ({ cause, word }))),
  );
  const sorted = all.toSorted((a, b) => b.word.length - a.word.length);
  const groups = sorted.map(({ word }) => `(${word.replaceAll('*', '\\p{L}*')})`);
  const pattern = new RegExp(`(?<!\\p{L})${denied}(?:${groups.join('|')})(?!\\p{L})`, 'gu');
  return { pattern, causes: sorted.map(({ cause }) => cause) };
});

/** What a reason comes to by its words; undefined where a cell gives none. */
export const causeOf: (reason: string) => Cause | undefined = remembering((reason) => {
  const text = foldWord(reason.replace(/['’`´,;:()]/g, ' ')).replace(/\s+/g, ' ');
  if (untold.test(text)) return undefined;
  const { pattern, causes } = finder();
  const found = new Set(
    [...text.matchAll(pattern)].map(
      (match) => causes[match.slice(1).findIndex((group) => group !== undefined)],
    ),
  );
  return reasonWords.find(([cause]) => found.has(cause))?.[0] ?? 'other';
});
