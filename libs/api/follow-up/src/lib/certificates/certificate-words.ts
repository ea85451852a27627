import type { Language } from '@reihe/shared-contracts';

export interface CertificateWords {
  title: string;
  took: string;
  on: string;
  duration: string;
  host: string;
  issued: (day: string) => string;
  check: string;
  code: string;
  /** In place of a name that the typeface has no letters for. */
  nameElsewhere: string;
  fileName: string;
}

export const CERTIFICATE_WORDS: Record<Language, CertificateWords> = {
  en: {
    title: 'Certificate of attendance',
    took: 'took part in the virtual exchange',
    on: 'Date and time',
    duration: 'Duration',
    host: 'Host',
    issued: (day) => `Issued on ${day}`,
    check: 'Whether this certificate is valid can be checked at',
    code: 'Code',
    nameElsewhere: '(The name, which this typeface cannot print, is shown at the address below.)',
    fileName: 'certificate',
  },
  de: {
    title: 'Teilnahmebescheinigung',
    took: 'hat an folgender virtueller Veranstaltung teilgenommen:',
    on: 'Datum und Uhrzeit',
    duration: 'Dauer',
    host: 'Veranstaltet von',
    issued: (day) => `Ausgestellt am ${day}`,
    check: 'Ob diese Bescheinigung gültig ist, lässt sich hier prüfen:',
    code: 'Code',
    nameElsewhere: '(Der Name, den diese Schrift nicht drucken kann, steht unter der Adresse unten.)',
    fileName: 'bescheinigung',
  },
  es: {
    title: 'Certificado de asistencia',
    took: 'ha participado en el siguiente intercambio virtual:',
    on: 'Fecha y hora',
    duration: 'Duración',
    host: 'Entidad anfitriona',
    issued: (day) => `Expedido el ${day}`,
    check: 'La validez de este certificado puede comprobarse en',
    code: 'Código',
    nameElsewhere: '(El nombre, que este tipo de letra no puede imprimir, figura en la dirección de abajo.)',
    fileName: 'certificado',
  },
  fr: {
    title: 'Attestation de participation',
    took: 'a participé à l’échange virtuel suivant\u00a0:',
    on: 'Date et heure',
    duration: 'Durée',
    host: 'Organisme hôte',
    issued: (day) => `Délivrée le ${day}`,
    check: 'La validité de cette attestation peut être vérifiée à l’adresse',
    code: 'Code',
    nameElsewhere: '(Le nom, que cette police ne peut pas imprimer, figure à l’adresse ci-dessous.)',
    fileName: 'attestation',
  },
};
