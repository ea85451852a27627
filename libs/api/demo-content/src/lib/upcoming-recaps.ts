import { sampleByline, written } from './recap-text';
import type { UnpublishedRecapContent } from './types';

/** Not yet readable on the portal: what an editor finds on the desk. */
export const upcomingRecaps: readonly UnpublishedRecapContent[] = [
  {
    key: 'recap-kick-off',
    state: 'in-review',
    sessions: ['kick-off'],
    leadImage: 'towers-in-the-heat',
    gallery: ['meeting-tiles', 'roof-gardens', 'rain-on-streets'],
    byline: sampleByline,
    translations: written({
      slug: { de: 'auftakt-staedte-im-klimawandel', en: 'kick-off-cities-in-a-changing-climate' },
      title: { de: 'Auftakt: Was Städte jetzt vorbereiten', en: 'Kick-off: what cities are preparing now' },
      lead: {
        de: 'Welche Fragen bringen Städte mit, wenn sie sich auf ein anderes Klima einstellen? Der Auftakt der Reihe sammelte sie und machte daraus ein Programm.',
        en: 'Which questions do cities bring when they prepare for a different climate? The kick-off of the series gathered them and turned them into a programme.',
      },
      de: [
        'Eine Reihe lebt von den Fragen derer, die teilnehmen. Deshalb begann sie nicht mit Antworten, sondern mit einer Vorstellungsrunde und einer gemeinsamen Themenliste.',
        '## Drei Themenfelder',
        '- **Hitze:** Wie bleiben Wohnungen, Wege und Plätze erträglich?',
        '- **Wasser:** Wohin mit zu viel, woher bei zu wenig?',
        '- **Mittel:** Wer bezahlt Vorsorge, und wie wird ihr Nutzen sichtbar?',
        '## Wie es weitergeht',
        'Jeder weitere Termin nimmt eine dieser Fragen auf. Wer einen Termin verpasst, findet hier anschließend einen Rückblick.',
      ],
      en: [
        'A series lives on the questions of those who take part. That is why it began not with answers but with introductions and a shared list of topics.',
        '## Three fields',
        '- **Heat:** how do homes, paths and squares stay bearable?',
        '- **Water:** where to put too much, where to find it when there is too little?',
        '- **Means:** who pays for precaution, and how does its benefit become visible?',
        '## What comes next',
        'Each further date takes up one of these questions. Those who miss a date will find a recap here afterwards.',
      ],
    }),
  },
  {
    key: 'recap-trees-and-shade',
    state: 'draft',
    sessions: ['trees-and-shade'],
    leadImage: 'roof-gardens',
    gallery: ['towers-in-the-heat', 'river-bend', 'meeting-tiles'],
    byline: sampleByline,
    translations: written({
      slug: { de: 'stadtbaeume-und-schatten', en: 'urban-trees-and-shade' },
      title: {
        de: 'Stadtbäume und Schatten: Pflege in trockenen Sommern',
        en: 'Urban trees and shade: care in dry summers',
      },
      lead: {
        de: 'Ein Baum kühlt seine Umgebung, solange er selbst genug Wasser hat. Der Austausch ging der Frage nach, wie Kommunen ihre Bäume durch trockene Sommer bringen.',
        en: 'A tree cools its surroundings as long as it has enough water itself. The exchange asked how municipalities bring their trees through dry summers.',
      },
      de: [
        'Stadtbäume stehen oft in engen Gruben zwischen Leitungen und Asphalt. Sie zu erhalten, ist meist wirksamer, als neue zu pflanzen, und beginnt im Boden.',
        '## Vom Standort her denken',
        'Größere Pflanzgruben, Substrate, die Wasser speichern, und Regenwasser von Dächern und Wegen können helfen. Welche Art passt, hängt vom Standort ab und nicht von der Gewohnheit.',
        '## Viele Hände',
        'Gießpatenschaften entlasten die Pflegetrupps, ersetzen sie aber nicht. Sie gelingen, wenn *Zuständigkeiten* und *Wasserstellen* klar benannt sind.',
      ],
      en: [
        'Urban trees often stand in narrow pits between pipes and asphalt. Keeping them is usually more effective than planting new ones, and it begins in the soil.',
        '## Starting from the site',
        'Larger planting pits, substrates that store water and rainwater from roofs and paths can help. Which species fits depends on the site and not on habit.',
        '## Many hands',
        'Watering sponsorships relieve maintenance crews but do not replace them. They work when *responsibilities* and *water points* are clearly named.',
      ],
    }),
  },
];
