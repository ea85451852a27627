import { plainWords } from '@reihe/api-sheets';

/**
 * What stands in a column, or beside a line about the meeting, by its heading as `plainWords` makes it: English and German for all
 * that the tools write, Spanish and French besides for tables that people make. In which forms they occur is told there.
 */
const HEADINGS = {
  name: `name | full name | user name | username | display name | attendee name | participant name | name original name |
    user name original name | name of participant | person | name originalname | name originaler name | name ursprunglicher name |
    benutzername | benutzername originalname | benutzername originaler name | benutzername ursprunglicher name | nutzername |
    anzeigename | vollstandiger name | teilnehmername | name des teilnehmers | name der teilnehmenden | vor und nachname |
    name vorname | nombre | nombre completo | nombre y apellidos | nombre del participante | nom | nom complet | nom et prenom |
    nom du participant | nom d utilisateur`,
  /** People, or how many of them. */
  participants: `participant | participants | attendee | attendees | teilnehmer | teilnehmerin | teilnehmende | teilnehmer innen |
    participante | participantes | asistente | asistentes | participant e | participant e s`,
  firstName: `first name | firstname | given name | forename | vorname | rufname | nombre de pila | prenom`,
  lastName: `last name | lastname | surname | family name | nachname | familienname | zuname | apellido | apellidos | nom de famille`,
  email: `email | e mail | mail | email address | e mail address | mail address | user email | attendee email | participant email |
    e mail adresse | email adresse | emailadresse | mailadresse | benutzer e mail | benutzer email | e mail des benutzers |
    e mail adresse des benutzers | e mail des teilnehmers | teilnehmer e mail | nutzer e mail | correo | correo electronico | courriel | adresse electronique |
    adresse e mail | adresse email | adresse de courriel`,
  upn: `participant id upn | participant id | upn | user principal name | teilnehmer id upn | teilnehmer id | teilnehmerkennung upn |
    teilnehmerkennung | benutzerprinzipalname`,
  organisation: `organisation | organization | company | institution | employer | company name | organization name | firma |
    unternehmen | einrichtung | arbeitgeber | verwaltung | kommune | organizacion | institucion | entidad | empresa | organisme |
    entreprise | collectivite`,
  city: `city | town | place | stadt | ort | wohnort | gemeinde | dienstort | ciudad | municipio | localidad | ville | commune`,
  country: `country | country code | country region | country region name | nation | land | staat | landercode | land region |
    name des landes der region | land region name | land name der region | land oder region | pais | pais region | pays | pays region`,
  joinedAt: `join time | joined | join | joined at | time joined | entry time | entered | arrival | check in | beitrittszeit | beitritt |
    beitreten | beigetreten | beigetreten um | beitrittszeitpunkt | zeitpunkt des beitritts | uhrzeit des beitritts | eintrittszeit |
    eintritt | teilnahme | teilnahme ab | ankunft | gekommen | von | hora de entrada | hora de ingreso | hora de union | entrada |
    ingreso | heure d arrivee | arrivee | heure d entree | heure de connexion | entree`,
  firstJoin: `first join | first join time | first joined | erster beitritt | erster beitritt um | erstmals beigetreten | erste teilnahme |
    erste beitrittszeit`,
  leftAt: `leave time | left | leave | left at | time left | exit time | time exited | exited | departure | check out | verlassen |
    verlassenszeit | verlassenszeitpunkt | verlassen um | zeitpunkt des verlassens | uhrzeit des verlassens | austrittszeit | austritt |
    abmeldezeit | gegangen | bis | hora de salida | salida | heure de depart | depart | heure de sortie | sortie`,
  lastLeave: `last leave | last leave time | last left | letztes verlassen | zuletzt verlassen | letzter austritt | letztes verlassen um |
    letzte verlassenszeit`,
  role: `role | attendee role | participant role | rolle | funktion | teilnehmerrolle | rol | fonction`,
  token: `token | join token | join link token | registrant id | registration id | registration number | beitrittstoken | teilnahmetoken |
    teilnahmecode | anmeldenummer | registrierungs id | registrierungsnummer`,
  attended: `attended | has attended | teilgenommen | hat teilgenommen | anwesend | erschienen | asistio | a participe | present`,
  waitingRoom: `in waiting room | im warteraum | in warteraum | im wartebereich | warteraum`,
  guest: `guest | is guest | gast | ist gast`,
  consent: `recording consent | recording disclaimer response | einwilligung zur aufzeichnung | zustimmung zur aufzeichnung |
    einverstandnis zur aufzeichnung | aufzeichnungszustimmung | antwort auf den aufzeichnungshinweis`,
  action: `user action | action | benutzeraktion | aktion`,
  timestamp: `timestamp | time stamp | zeitstempel`,
  registeredAt: `registration time | registered at | registration date | registrierungszeit | registrierungszeitpunkt | registriert um |
    zeitpunkt der registrierung | anmeldezeitpunkt`,
  approval: `approval status | genehmigungsstatus | freigabestatus | zulassungsstatus | bestatigungsstatus`,
  moderator: `moderator`,
  activity: `activity score | aktivitatswert | aktivitatspunkte | aktivitatspunktzahl | activity level`,
  connection: `connection type | verbindungstyp | verbindungsart`,
  meetingTitle: `topic | meeting title | meeting name | meeting topic | webinar name | webinar topic | thema | besprechungstitel |
    meetingname | meeting thema | titel der besprechung | name der besprechung | name des meetings`,
  meetingId: `meeting id | webinar id | id | meeting number | besprechungs id | webinar number | meetingnummer`,
  meetingStart: `start time | meeting start time | actual start time | scheduled time | scheduled start time | startzeit | beginn | start |
    tatsachliche startzeit | geplante startzeit | geplante zeit | startzeit der besprechung | besprechungsbeginn | meeting startzeit`,
  meetingEnd: `end time | meeting end time | actual end time | endzeit | ende | end | endzeit der besprechung | besprechungsende |
    meeting endzeit`,
} as const;

export type Heading = keyof typeof HEADINGS | 'minutes';

const byWords: ReadonlyMap<string, Heading> = new Map(
  (Object.entries(HEADINGS) as [Heading, string][]).flatMap(([heading, words]) =>
    words.split('|').map((one) => [one.trim().replace(/\s+/g, ' '), heading] as const),
  ),
);

/** "Duration (Minutes)", "Total Duration (Minutes)", "In-Meeting Duration", "Time in Session (minutes)", "Attendance Duration". */
const MINUTES =
  /^(?:(?:total|actual|in meeting|attendance|attended|meeting|gesamt|teilnahme) ?)?(?:duration|dauer|time in session|time in meeting|gesamtdauer|teilnahmedauer|anwesenheitsdauer|besprechungsdauer|dauer (?:der|in der) besprechung|dauer der (?:teilnahme|anwesenheit)|dauer im meeting|in der besprechung verbrachte zeit|zeit in (?:der )?(?:sitzung|session)|tatsachliche dauer|minutes|minuten|minutes attended|duracion|duree|minutos)(?: (?:in )?(?:minutes|minuten|mins?|minutos|hours|stunden|std|hh mm ss|h mm ss|seconds|sekunden|heures|horas))?$/;
/** "Join Time (UTC)", "Join Time (Europe/Berlin)": the zone is no word of the heading. */
const ZONE = /\s*[([](?:utc|gmt|[A-Za-z]+\/[\w/+-]+)[^)\]]*[)\]]\s*$/i;

/** Null: a column that nobody needs, or none of those known. */
export function headingOf(cell: string): Heading | null {
  // Nothing that long is one; names of 10 kB need not be taken apart to know it.
  if (cell === '' || cell.length > 80) return null;
  const words = plainWords(cell.replace(ZONE, ''));
  return byWords.get(words) ?? (MINUTES.test(words) ? 'minutes' : null);
}

/** Tools that know what somebody was called at first say so in the heading. */
export function isOriginalName(cell: string): boolean {
  return headingOf(cell) === 'name' && /original|ursprung/.test(plainWords(cell));
}
