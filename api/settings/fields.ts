/** What the authority can set, in rows: the group, the words, the rule, and what is used until it is set. */
import * as z from 'zod'
import { authority } from '../../surveys/authority/in-force.ts'
import { isZone } from '../../surveys/days.ts'
import { headingOf, languageRows, languages } from '../../surveys/languages.ts'
import { contrast } from './contrast.ts'
import { byReviewSetting, reviewedValues, reviewFields } from './reviewed.ts'

const paper = '#fbfaf7'
const leastContrast = 4.5

const line = (most: number) => z.string().trim().max(most)
const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^$|^#[0-9a-f]{6}$/, 'Écrivez la couleur comme #0b5d5e, ou laissez vide.')
  .superRefine((value, context) => {
    if (!/^#[0-9a-f]{6}$/.test(value)) return
    const least = Math.min(contrast(value, '#ffffff'), contrast(value, paper))
    if (least >= leastContrast) return
    const shown = least.toFixed(1).replace('.', ',')
    context.addIssue({
      code: 'custom',
      message: `Cette couleur est trop claire : contraste de ${shown} sur blanc, il en faut 4,5. Prenez-en une plus foncée.`,
    })
  })
const address = z
  .string()
  .trim()
  .max(200)
  .refine(
    (value) =>
      value === '' || (URL.canParse(value) && new URL(value).protocol === 'https:' && new URL(value).pathname === '/'),
    'Écrivez l’adresse entière, qui commence par https:// et ne va pas plus loin que le nom du site.',
  )
const folder = line(300).refine(
  (value) => value === '' || /^(?:\/|[A-Za-z]:[\\/]).+/.test(value),
  'Écrivez le chemin entier d’un dossier du serveur, par exemple /srv/sauvegardes, ou laissez vide.',
)
const date = z.string().regex(/^$|^\d{4}-\d{2}-\d{2}$/, 'Choisissez une date.')
/** Something by which a person can be reached. */
const reachable = z
  .string()
  .trim()
  .max(200)
  .refine(
    (value) => value === '' || /\S+@\S+\.\S+/.test(value) || value.replace(/\D/g, '').length >= 10,
    'Ajoutez une adresse électronique ou un numéro de téléphone : il faut pouvoir vous joindre.',
  )

export const SettingsValues = z
  .strictObject({
    name: line(120).min(2, 'Indiquez le nom de la collectivité.'),
    colour,
    contact: reachable,
    dpo: reachable,
    noticeMore: line(600),
    languages: z
      .array(z.enum(languages))
      .transform((chosen) => languages.filter((language) => language === 'fr' || chosen.includes(language))),
    accessibility: z.enum(['non', 'partielle', 'totale']),
    accessibilityAudit: line(300),
    accessibilityDate: date,
    accessibilityGaps: line(2000),
    ...reviewedValues,
    rawMonths: z.int().min(1, 'Au moins 1 mois.').max(24, 'Au plus 24 mois.'),
    contactMonths: z.int().min(1, 'Au moins 1 mois.').max(3, 'Au plus 3 mois.'),
    correctionDays: z.int().min(7, 'Au moins 7 jours.').max(60, 'Au plus 60 jours.'),
    logMonths: z.int().min(6, 'Au moins 6 mois.').max(12, 'Au plus 12 mois.'),
    publicAddress: address,
    backupFolder: folder,
    backupHour: z.int().min(0, 'De 0 à 23.').max(23, 'De 0 à 23.'),
    backupDays: z.int().min(7, 'Au moins 7 jours.').max(365, 'Au plus 365 jours.'),
    timeZone: z
      .string()
      .trim()
      .refine(isZone, 'Écrivez un fuseau horaire connu, par exemple Europe/Paris ou Indian/Reunion.'),
    sealing: z.boolean(),
    publishByTwo: z.boolean(),
  })
  .superRefine((values, context) => {
    if (values.accessibility === 'non') return
    for (const path of ['accessibilityAudit', 'accessibilityDate'] as const)
      if (values[path] === '')
        context.addIssue({
          code: 'custom',
          path: [path],
          message: 'Un audit est nécessaire pour ne plus dire « non conforme » : indiquez qui l’a fait et quand.',
        })
  })
export type SettingsValues = z.infer<typeof SettingsValues>

/** Name and time zone are those of the authority in force, read at use. */
export const initialSettings: SettingsValues = {
  get name() {
    return authority().names.name
  },
  colour: '',
  contact: '',
  dpo: '',
  noticeMore: '',
  languages: languages.filter((language) => languageRows[language].isExpected),
  accessibility: 'non',
  accessibilityAudit: '',
  accessibilityDate: '',
  accessibilityGaps: '',
  ...byReviewSetting(() => ''),
  rawMonths: 24,
  contactMonths: 3,
  correctionDays: 14,
  logMonths: 12,
  publicAddress: '',
  backupFolder: '',
  backupHour: 2,
  backupDays: 90,
  get timeZone() {
    return authority().names.timeZone
  },
  sealing: true,
  publishByTwo: false,
}

export type SettingsField = {
  name: keyof SettingsValues
  label: string
  help: string
  kind: 'line' | 'text' | 'colour' | 'languages' | 'number' | 'choice' | 'date' | 'switch'
  choices?: { value: string; text: string }[]
  unit?: string
}
export type SettingsGroup = { name: string; title: string; help: string; fields: SettingsField[] }

export const settingsGroups: SettingsGroup[] = [
  {
    name: 'identite',
    title: 'Votre collectivité',
    help: 'Ce que les habitants voient en haut de chaque page.',
    fields: [
      { name: 'name', kind: 'line', label: 'Nom de la collectivité', help: 'Tel que les habitants le connaissent.' },
      {
        name: 'colour',
        kind: 'colour',
        label: 'Couleur principale',
        help: 'Celle des boutons et des liens. Elle doit se lire sur fond blanc : le contraste est vérifié. Vide = bleu-vert du site.',
      },
      {
        name: 'publicAddress',
        kind: 'line',
        label: 'Adresse publique du site',
        help: 'Celle des affiches et des liens à partager, par exemple https://questionnaires.exemple.fr. Vide tant que vous n’en avez pas\u202f: l’essai s’en passe, l’ouverture pour de bon la demande.',
      },
      {
        name: 'timeZone',
        kind: 'line',
        label: 'Fuseau horaire',
        help: 'Europe/Paris en métropole ; Indian/Reunion, America/Martinique, America/Cayenne… Un questionnaire ouvre et se termine à minuit, à cette heure-là.',
      },
    ],
  },
  {
    name: 'contacts',
    title: 'Qui joindre',
    help: 'Écrits dans la notice que chacun lit avant de répondre.',
    fields: [
      {
        name: 'contact',
        kind: 'line',
        label: 'Contact pour les questions',
        help: 'Un service et son adresse électronique ou son téléphone.',
      },
      {
        name: 'dpo',
        kind: 'line',
        label: 'Délégué à la protection des données (DPO)',
        help: 'Où une personne exerce ses droits : relire, corriger, retirer ses réponses.',
      },
      {
        name: 'noticeMore',
        kind: 'text',
        label: 'À ajouter à la notice',
        help: 'Quelques phrases de plus, ajoutées à la fin de la notice de chaque questionnaire ouvert ensuite. Facultatif.',
      },
    ],
  },
  {
    name: 'langues',
    title: 'Langues',
    help: 'Le français est toujours là. Ce qui n’est pas traduit reste en français.',
    fields: [
      {
        name: 'languages',
        kind: 'languages',
        label: 'Langues proposées',
        help: 'Tant que personne n’a relu une langue, ses pages disent « traduction non relue ».',
        choices: languages.map((value) => ({ value, text: headingOf(value) })),
      },
      ...reviewFields,
    ],
  },
  {
    name: 'conservation',
    title: 'Durées de conservation',
    help: 'Au bout de ces durées, le site prépare la liste de ce qu’il faut effacer ; une personne confirme. Les coordonnées partent d’elles-mêmes.',
    fields: [
      {
        name: 'rawMonths',
        kind: 'number',
        unit: 'mois',
        label: 'Réponses',
        help: 'De 1 à 24 mois. Écrit dans la notice\u202f: une durée plus longue, choisie ensuite, ne vaut pas pour un questionnaire déjà ouvert.',
      },
      {
        name: 'contactMonths',
        kind: 'number',
        unit: 'mois',
        label: 'Coordonnées laissées',
        help: 'De 1 à 3 mois après la fin du mois où elles sont laissées.',
      },
      {
        name: 'correctionDays',
        kind: 'number',
        unit: 'jours',
        label: 'Corriger ou retirer sa réponse',
        help: 'De 7 à 60 jours après la fin du questionnaire. Ensuite les réponses sont figées et les codes détruits.',
      },
      { name: 'logMonths', kind: 'number', unit: 'mois', label: 'Journal des actes', help: 'De 6 à 12 mois.' },
    ],
  },
  {
    name: 'accessibilite',
    title: 'Accessibilité',
    help: 'Ces mots remplissent la page « Accessibilité ». Sans audit, la loi demande d’écrire « non conforme ».',
    fields: [
      {
        name: 'accessibility',
        kind: 'choice',
        label: 'État de conformité',
        help: 'Seul un audit RGAA permet de changer ce choix.',
        choices: [
          { value: 'non', text: 'Non conforme (aucun audit)' },
          { value: 'partielle', text: 'Partiellement conforme' },
          { value: 'totale', text: 'Totalement conforme' },
        ],
      },
      {
        name: 'accessibilityAudit',
        kind: 'line',
        label: 'Audit réalisé par',
        help: 'Nom de l’organisme et version du RGAA.',
      },
      { name: 'accessibilityDate', kind: 'date', label: 'Date de l’audit', help: 'Jour de la fin de l’audit.' },
      {
        name: 'accessibilityGaps',
        kind: 'text',
        label: 'Ce qui n’est pas encore accessible',
        help: 'Les défauts connus, et ce que l’on peut faire en attendant.',
      },
    ],
  },
  {
    name: 'sauvegardes',
    title: 'Sauvegardes',
    help: 'Chaque sauvegarde est chiffrée, puis relue dans une base d’essai. Le trousseau de clés n’y est jamais : copiez-le à part.',
    fields: [
      {
        name: 'backupFolder',
        kind: 'line',
        label: 'Dossier des sauvegardes de chaque jour',
        help: 'Un dossier du serveur, de préférence sur un autre disque. Vide : aucune sauvegarde n’est programmée.',
      },
      {
        name: 'backupHour',
        kind: 'number',
        unit: 'h',
        label: 'Heure de la sauvegarde',
        help: 'De 0 à 23, à l’heure du site. Choisissez une heure calme.',
      },
      {
        name: 'backupDays',
        kind: 'number',
        unit: 'jours',
        label: 'Durée de conservation d’une sauvegarde',
        help: 'De 7 à 365 jours. Ce qui est effacé disparaît de la dernière sauvegarde au bout de cette durée : c’est ce que lisent les habitants.',
      },
    ],
  },
  {
    name: 'securite',
    title: 'Protection des réponses',
    help: 'Les réponses sont scellées sur le disque\u202f: une copie volée ne peut pas être lue. Une publication, elle, ne se reprend pas.',
    fields: [
      {
        name: 'sealing',
        kind: 'switch',
        label: 'Sceller les réponses',
        help: 'Ne l’arrêtez que sur demande écrite de votre responsable de la sécurité. Les réponses déjà reçues ne changent pas.',
      },
      {
        name: 'publishByTwo',
        kind: 'switch',
        label: 'Publier les résultats à deux',
        help: 'Une personne demande la publication, une autre relit et publie. Il faut deux personnes qui ont le droit «\u202fAnalyse\u202f».',
      },
    ],
  },
]
