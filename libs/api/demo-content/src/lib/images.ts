import type { Bilingual, ImageContent } from './types';

const wide = { width: 1600, height: 900 };
const standard = { width: 1600, height: 1000 };
const square = { width: 1200, height: 1200 };
const tall = { width: 1200, height: 1500 };

export type DemoImageKey =
  | 'cities-at-dawn'
  | 'towers-in-the-heat'
  | 'windows-and-wires'
  | 'branching-ideas'
  | 'square-with-distance'
  | 'water-tower'
  | 'voices-over-roofs'
  | 'waste-in-circles'
  | 'street-of-services'
  | 'meridians'
  | 'broken-chain'
  | 'market-stalls'
  | 'tram-lines'
  | 'river-bend'
  | 'roof-gardens'
  | 'meeting-tiles'
  | 'harbour-at-dusk'
  | 'rain-on-streets';

/** The script that made them, not a photographer. */
const credit = { photographer: '', agency: 'Generated for Reihe', licence: 'CC0 1.0' };

function drawn(
  key: DemoImageKey,
  size: { width: number; height: number },
  alt: Bilingual,
): ImageContent<DemoImageKey> {
  return { key, file: `${key}.jpg`, ...size, alt, credit };
}

/** Drawn by tools/demo-images; nothing here is a photograph, and no photographer's credit belongs on it. */
export const demoImages: readonly ImageContent<DemoImageKey>[] = [
  drawn('cities-at-dawn', wide, {
    de: 'Illustration: gestaffelte Stadtsilhouetten in Blautönen vor einer aufgehenden Sonne',
    en: 'Illustration: layered city silhouettes in shades of blue before a rising sun',
    es: 'Ilustración: siluetas escalonadas de ciudades en tonos azules ante un sol naciente',
    fr: 'Illustration\u00a0: silhouettes de villes étagées dans des tons bleus devant un soleil levant',
  }),
  drawn('towers-in-the-heat', wide, {
    de: 'Illustration: eine große rote Sonne über Hochhäusern, davor eine Reihe von Bäumen',
    en: 'Illustration: a large red sun above tower blocks with a row of trees in front',
    es: 'Ilustración: un gran sol rojo sobre bloques de viviendas, delante una hilera de árboles',
    fr: 'Illustration\u00a0: un grand soleil rouge au-dessus de tours, devant une rangée d’arbres',
  }),
  drawn('windows-and-wires', standard, {
    de: 'Illustration: Fensterfront bei Nacht, erleuchtete Fenster mit Menschen sind durch Linien verbunden',
    en: 'Illustration: a façade at night, the lit windows with people in them joined by lines',
    es: 'Ilustración: una fachada de noche; las ventanas iluminadas con personas están unidas por líneas',
    fr: 'Illustration\u00a0: une façade de nuit, les fenêtres éclairées où se trouvent des personnes sont reliées par des lignes',
  }),
  drawn('branching-ideas', standard, {
    de: 'Illustration: ein Baum aus Linien, der sich verzweigt und in farbigen Lichtern endet',
    en: 'Illustration: a tree of lines that branches and ends in coloured lights',
    es: 'Ilustración: un árbol de líneas que se ramifica y termina en luces de colores',
    fr: 'Illustration\u00a0: un arbre de lignes qui se ramifie et se termine par des lumières colorées',
  }),
  drawn('square-with-distance', standard, {
    de: 'Illustration: Menschen stehen mit Abstand in Kreisen auf einem Stadtplatz',
    en: 'Illustration: people standing apart in circles on a city square',
  }),
  drawn('water-tower', standard, {
    de: 'Illustration: ein blauer Wasserturm vor einer Stadt, im Vordergrund Wellen',
    en: 'Illustration: a blue water tower before a town, with waves in the foreground',
  }),
  drawn('voices-over-roofs', standard, {
    de: 'Illustration: ein Sendemast über Dächern, Ringe breiten sich aus, dazwischen Sprechblasen',
    en: 'Illustration: a mast above the roofs sends out rings, with speech bubbles between them',
  }),
  drawn('waste-in-circles', standard, {
    de: 'Illustration: drei Pfeile im Kreis um sortierte Wertstoffe, darunter fünf farbige Tonnen',
    en: 'Illustration: three arrows circling sorted materials above five coloured bins',
  }),
  drawn('street-of-services', standard, {
    de: 'Illustration: eine Straße mit Läden, Laternen, Bäumen, Menschen und einem roten Bus',
    en: 'Illustration: a street with shops, lamps, trees, people and a red bus',
    es: 'Ilustración: una calle con tiendas, farolas, árboles, personas y un autobús rojo',
    fr: 'Illustration\u00a0: une rue avec des magasins, des lampadaires, des arbres, des passants et un bus rouge',
  }),
  drawn('meridians', standard, {
    de: 'Illustration: ein Globus mit Längengraden, leuchtende Punkte sind durch Bögen verbunden',
    en: 'Illustration: a globe with meridians, glowing points joined by arcs',
  }),
  drawn('broken-chain', standard, {
    de: 'Illustration: kippende Dominosteine, eine Lücke in der Reihe lässt die übrigen stehen',
    en: 'Illustration: toppling dominoes, and a gap in the row that leaves the others standing',
  }),
  drawn('market-stalls', square, {
    de: 'Illustration: Marktstände mit gestreiften Dächern und Obst vor einer Häuserzeile',
    en: 'Illustration: market stalls with striped awnings and fruit before a row of houses',
  }),
  drawn('tram-lines', standard, {
    de: 'Illustration: ein Liniennetzplan mit fünf farbigen Linien und Haltestellen an einem Fluss',
    en: 'Illustration: a transit map with five coloured lines and stops along a river',
    es: 'Ilustración: un plano de transporte con cinco líneas de colores y paradas junto a un río',
    fr: 'Illustration\u00a0: un plan de transport avec cinq lignes colorées et des arrêts le long d’un fleuve',
  }),
  drawn('river-bend', square, {
    de: 'Illustration: ein Fluss windet sich zwischen Häusern mit roten Dächern und Hügeln',
    en: 'Illustration: a river winding between red-roofed houses and hills',
    es: 'Ilustración: un río serpentea entre casas de tejados rojos y colinas',
    fr: 'Illustration\u00a0: une rivière serpente entre des maisons aux toits rouges et des collines',
  }),
  drawn('roof-gardens', standard, {
    de: 'Illustration: Häuser mit bepflanzten Dächern unter einer tief stehenden Sonne',
    en: 'Illustration: buildings with planted roofs under a low sun',
  }),
  drawn('meeting-tiles', standard, {
    de: 'Illustration: neun Personen in den Kacheln einer Videokonferenz, eine ist als sprechend markiert',
    en: 'Illustration: nine people in the tiles of a video call, one marked as speaking',
    es: 'Ilustración: nueve personas en los recuadros de una videoconferencia, una señalada como quien habla',
    fr: 'Illustration\u00a0: neuf personnes dans les vignettes d’une visioconférence, l’une signalée comme parlant',
  }),
  drawn('harbour-at-dusk', standard, {
    de: 'Illustration: Hafen mit Kränen und Booten in der Abenddämmerung',
    en: 'Illustration: a harbour with cranes and boats at dusk',
  }),
  drawn('rain-on-streets', tall, {
    de: 'Illustration: Menschen mit Regenschirmen auf einer überfluteten Straße im Starkregen',
    en: 'Illustration: people with umbrellas on a flooded street in heavy rain',
  }),
];
