/** What can go wrong for a person, and the sentence that says so; anything else is a bug. */
import type { ErrorRequestHandler } from 'express'
import { DamagedDocument } from '../store/collection.ts'
import { StoreUnavailable } from '../store/store.ts'
import type * as wire from '../wire/public.ts'
import type { Log } from './log.ts'

export const problems = {
  'body-not-json': [400, 'Ce qui a été reçu n’est pas lisible. Rechargez la page, puis réessayez.'],
  'body-too-deep': [400, 'Ce qui a été reçu est trop compliqué pour être une fiche.'],
  'address-unreadable': [400, 'Cette adresse n’est pas lisible.'],
  'session-over': [
    401,
    'Votre session est terminée. Reconnectez-vous : ce que vous aviez tapé est gardé sur cet appareil.',
  ],
  'login-refused': [401, 'Identifiant ou mot de passe incorrect.'],
  'code-refused': [401, 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis réessayez.'],
  'needs-https': [
    403,
    'L’espace des équipes demande une connexion chiffrée (https). Demandez à la personne qui a installé le site de l’activer, ou ouvrez-le depuis le serveur lui-même.',
  ],
  'foreign-origin': [403, 'Cette demande vient d’un autre site : elle n’a rien changé.'],
  'not-allowed': [
    403,
    'Vos droits n’ouvrent pas cette page. Qui administre le site peut les changer, dans «\u202fÉquipe\u202f».',
  ],
  'own-rights': [
    403,
    'Vous ne pouvez pas élargir vos propres droits. Demandez à une autre personne qui administre le site.',
  ],
  'beyond-limits': [
    403,
    'Vos droits se limitent à certains questionnaires : vous ne pouvez agir que sur eux. Demandez à une personne qui administre tout le site.',
  ],
  'explorations-full': [
    409,
    'Quarante explorations sont déjà enregistrées : retirez-en une qui ne sert plus, puis enregistrez celle-ci.',
  ],
  'route-unknown': [404, 'Cette adresse n’existe pas.'],
  'account-unknown': [404, 'Ce compte n’existe pas, ou n’a plus accès.'],
  'kiosk-unknown': [404, 'Cette borne n’existe pas.'],
  'epci-unknown': [
    404,
    'Aucune intercommunalité n’a ce numéro SIREN. Vérifiez les neuf chiffres : ce sont ceux de l’intercommunalité, pas d’une commune.',
  ],
  'table-unknown': [404, 'Cette table n’existe pas.'],
  'log-entry-unknown': [404, 'Cette séance n’est pas dans le carnet, ou elle en a été retirée.'],
  'exit-unknown': [404, 'Ces questions n’existent pas, ou plus. Demandez aux personnes qui vous ont accueilli.'],
  'series-unknown': [404, 'Cette série de chiffres n’existe pas.'],
  'actor-unknown': [404, 'Cette fiche n’est pas dans l’annuaire, ou elle l’a quitté.'],
  'idea-unknown': [404, 'Cette idée n’est plus là : une autre personne l’a refusée. Rechargez la page.'],
  'paper-unknown': [404, 'Aucune feuille ne porte ce numéro. Vérifiez le lot.'],
  'questionnaire-unknown': [404, 'Ce questionnaire n’existe pas.'],
  'draft-unknown': [404, 'Ce questionnaire n’a pas de brouillon. Rechargez la page.'],
  'shipped-same': [404, 'Ce questionnaire est le même que celui qui est fourni avec le site. Rechargez la page.'],
  'comment-unknown': [404, 'Cette remarque n’existe plus. Rechargez la page.'],
  'publication-unknown': [404, 'Aucune publication ne porte ce résultat. Publiez d’abord les résultats.'],
  'typology-unknown': [404, 'Cette typologie n’existe pas. Revenez à la liste.'],
  'publication-trial': [
    409,
    'Cette publication est faite de réponses d’essai : elle ne peut pas être montrée aux habitants. Ouvrez le questionnaire, puis publiez les vraies réponses.',
  ],
  'results-not-open': [409, 'Les résultats ne sont pas publics : les adresses se liront ce jour-là.'],
  'publication-refused': [409, 'Cette publication n’a pas pu se faire.'],
  'questionnaire-closed': [409, 'Ce questionnaire est terminé. Merci de votre intérêt.'],
  'questionnaire-unavailable': [
    409,
    'Ce questionnaire n’est pas disponible. Prévenez la personne qui vous l’a proposé.',
  ],
  'exit-closed': [409, 'Ces questions sont fermées : elles restent ouvertes sept jours après la séance. Merci !'],
  'questionnaire-archived': [409, 'Ce questionnaire est archivé. Restaurez-le avant de le reprendre.'],
  'slug-taken': [409, 'Ce code est déjà celui d’un autre questionnaire. Choisissez-en un autre.'],
  'draft-there': [
    409,
    'Ce questionnaire a déjà un brouillon. Faites-le approuver ou supprimez-le, puis reprenez la proposition.',
  ],
  'in-review': [409, 'Ce questionnaire est en relecture. Retirez la demande avant de le modifier.'],
  'not-in-review': [409, 'Personne n’a demandé la relecture de ce questionnaire, ou la demande a été retirée.'],
  'not-published': [409, 'Ce questionnaire n’a pas encore été publié.'],
  'still-open': [409, 'Ce questionnaire sert encore. Il s’archive quand plus personne ne peut y répondre.'],
  'questionnaire-soon': [409, 'Ce questionnaire n’est pas encore ouvert. Vos réponses sont gardées sur cet appareil.'],
  'code-spent': [409, 'Ce code a déjà servi : il ne sert qu’une fois.'],
  'questionnaire-frozen': [
    409,
    'Ce questionnaire est figé : ses codes de retrait sont détruits. Il ne peut plus être rouvert.',
  ],
  'clock-doubted': [
    409,
    'L’horloge du serveur semble fausse : rien n’est effacé. Une personne doit d’abord confirmer la date.',
  ],
  'disposal-changed': [409, 'La liste a changé entre-temps. Relisez-la, puis recommencez.'],
  'response-differs': [409, 'Cette fiche a déjà été reçue avec d’autres réponses.'],
  'response-unreadable': [
    409,
    'Cette réponse a été abîmée sur le serveur : elle ne peut plus être relue ni corrigée. Elle peut encore être retirée.',
  ],
  'trial-over': [
    409,
    'L’essai de ce questionnaire est terminé. Rechargez la page pour répondre à la version définitive.',
  ],
  'hand-over-refused': [
    409,
    'Ce travail ne peut pas être remis ainsi : choisissez une autre personne de l’équipe, qui a réglé son téléphone. Pour votre propre départ, demandez à une autre personne de l’administration.',
  ],
  'own-hand-over': [
    409,
    'Personne ne se donne des droits à soi-même : remettez ce travail à quelqu’un d’autre, ou demandez à une autre personne de l’administration de le faire.',
  ],
  'last-administrator': [
    409,
    'C’est la seule personne qui administre le site. Donnez d’abord ce droit à quelqu’un d’autre.',
  ],
  'authority-settled': [
    409,
    'Des réponses sont déjà là, ou un questionnaire est ouvert : ce site reste à sa collectivité. Pour une autre, ouvrez un autre dossier de données (npm start -- --data DOSSIER).',
  ],
  'changed-meanwhile': [
    409,
    'Quelqu’un d’autre a enregistré entre-temps. Rechargez la page : ce que vous avez tapé est gardé sur cet appareil.',
  ],
  'vigilance-unknown': [404, 'Ce texte n’attend plus : il a été corrigé ou retiré par la personne.'],
  'vigilance-seen': [409, 'Un collègue vient de marquer ce texte comme vu.'],
  'heard-unknown': [404, 'Cette note n’existe pas, ou n’existe plus. Rechargez la page.'],
  'heard-withdrawn': [410, 'L’accord donné pour cette rencontre a été retiré : il n’en reste rien à lire.'],
  'consent-too-narrow': [
    409,
    'L’accord donné ne permet de reprendre aucune phrase. Corrigez l’accord seulement si les personnes l’ont élargi.',
  ],
  'quote-elsewhere': [
    422,
    'Ces mots ne sont pas dans les notes. Enregistrez d’abord les notes, puis choisissez-y les mots.',
  ],
  'proposals-closed': [409, 'L’annuaire ne prend pas de fiche en ligne pour l’instant. Écrivez à l’équipe.'],
  'young-closed': [409, 'Ce n’est pas ouvert pour l’instant. Reviens bientôt.'],
  'quarantine-decided': [409, 'Cette fiche n’attend plus de décision.'],
  'paper-entered': [409, 'Cette feuille est déjà saisie, avec d’autres réponses.'],
  'paper-printed': [409, 'Ce lot est déjà imprimé. Préparez-en un autre.'],
  'paper-census': [
    409,
    'Chaque commune répond une fois, avec son code : ce questionnaire ne se remplit pas sur feuille. Donnez son code à la commune, ou saisissez ses réponses en ligne avec ce code.',
  ],
  'paper-not-waiting': [409, 'Cette feuille n’attend pas de seconde saisie.'],
  'not-on-trial': [409, 'Ce questionnaire n’est plus à l’essai.'],
  'live-not-asked': [409, 'Personne n’a demandé l’ouverture de ce questionnaire, ou la demande a été retirée.'],
  'edition-changed': [
    409,
    'Ce questionnaire, ses précisions ou sa date ont changé depuis que vous avez ouvert cette page. Rechargez-la et relisez avant d’approuver.',
  ],
  'second-person': [409, 'Vous avez fait la demande : une autre personne doit l’approuver.'],
  'publication-withdrawn': [
    410,
    'Cette publication a été retirée : ses données ne sont plus données. La page « Publications » en dit la raison.',
  ],
  'response-withdrawn': [410, 'Cette réponse a été retirée par la personne qui l’avait donnée.'],
  'link-refused': [410, 'Ce lien a déjà servi, ou il est trop ancien. Demandez-en un nouveau.'],
  'actor-link': [
    410,
    'Ce lien ne sert plus : la fiche a quitté l’annuaire, ou un lien plus récent l’a remplacé. Demandez-en un nouveau à l’équipe.',
  ],
  'actor-changed': [
    409,
    'La structure vient de corriger sa fiche. Rechargez la page, relisez la fiche, puis acceptez-la.',
  ],
  'body-too-large': [413, 'Cette fiche est trop longue pour être reçue.'],
  'draft-too-large': [
    413,
    'Ce questionnaire est trop long pour être enregistré (256 Ko au plus). Retirez des questions, ou partagez-le en deux.',
  ],
  'body-type': [415, 'Les réponses sont attendues en JSON (application/json), en UTF-8 et sans compression.'],
  'paper-number': [422, 'Ce numéro n’existe pas : un chiffre est faux. Relisez-le sur la feuille.'],
  'sheet-refused': [422, 'Cette fiche n’a pas la forme attendue. Rechargez la page, puis réessayez.'],
  'version-unknown': [422, 'Cette version du questionnaire n’existe pas. Rechargez la page, puis réessayez.'],
  'form-refused': [422, 'Certaines cases sont à revoir.'],
  'draft-refused': [
    422,
    'Ce questionnaire n’a pas la forme attendue. Annulez le dernier changement, ou rechargez la page.',
  ],
  'import-refused': [422, 'Ce fichier ne peut pas être repris tel quel.'],
  'gate-refused': [422, 'Il reste des points à corriger avant la relecture.'],
  'drawn-changed': [
    422,
    'Cette correction change ce que le questionnaire avait tiré au sort. Rechargez la page, puis réessayez.',
  ],
  'table-refused': [422, 'Certaines lignes de la table sont à revoir.'],
  'table-doubtful': [422, 'La table est à confirmer avant d’être enregistrée.'],
  'live-missing': [422, 'Il manque encore quelque chose avant d’ouvrir ce questionnaire.'],
  'date-past': [422, 'Le dernier jour pour répondre est déjà passé. Choisissez une date à venir.'],
  'code-needed': [422, 'Ce questionnaire est sur invitation : il faut un code pour répondre.'],
  'code-misspelt': [422, 'Ce code est mal écrit : un signe est faux ou il en manque un. Relisez-le.'],
  'code-unknown': [422, 'Ce code n’est pas connu pour ce questionnaire. Vérifiez que c’est le bon questionnaire.'],
  'dates-refused': [422, 'Ces dates ne vont pas.'],
  'answers-refused': [422, 'Certaines réponses sont à revoir.'],
  wait: [429, 'Trop d’essais manqués. Attendez un peu avant de réessayer.'],
  'too-many-requests': [429, 'Trop de demandes à la fois. Gardez cette page ouverte et réessayez dans un instant.'],
  'too-many-writes': [
    429,
    'Beaucoup de demandes arrivent de ce réseau. Gardez cette page ouverte et réessayez dans quelques minutes.',
  ],
  'too-many-today': [
    429,
    'Beaucoup de messages sont déjà arrivés de ce réseau aujourd’hui. Gardez le vôtre de côté, et à demain.',
  ],
  'document-damaged': [
    500,
    'Une information enregistrée ne peut plus être lue. Prévenez la personne qui tient le serveur : son journal dit laquelle.',
  ],
  unexpected: [500, 'Une erreur est survenue de notre côté. Gardez cette page ouverte et réessayez dans un instant.'],
  busy: [503, 'Beaucoup de personnes se connectent en même temps. Réessayez dans quelques secondes.'],
  'carried-full': [
    503,
    'Le site garde déjà beaucoup de réponses commencées. Les vôtres restent sur cet appareil : continuez ici, ou réessayez demain.',
  ],
  restarting: [503, 'Le site redémarre. Gardez cette page ouverte et réessayez dans un instant.'],
  'store-unavailable': [
    503,
    'Vos réponses ne peuvent pas être enregistrées pour l’instant. Gardez cette page ouverte et réessayez dans quelques minutes.',
  ],
} as const satisfies Record<string, readonly [number, string]>
export type ProblemCode = keyof typeof problems

export class Problem extends Error {
  override name = 'Problem'
  code: ProblemCode
  list: wire.ProblemLine[] | undefined
  /** Seconds to wait before trying again. */
  waitSeconds: number

  constructor(code: ProblemCode, list?: wire.ProblemLine[], waitSeconds = 5) {
    super(code)
    this.code = code
    this.list = list
    this.waitSeconds = waitSeconds
  }
}

/** What Express and its body reader throw, by their own names. */
const foreign: Record<string, ProblemCode> = {
  'entity.too.large': 'body-too-large',
  'encoding.unsupported': 'body-type',
  'charset.unsupported': 'body-type',
  'request.size.invalid': 'body-not-json',
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreUnavailable) return new Problem('store-unavailable')
  if (error instanceof DamagedDocument) return new Problem('document-damaged')
  if (error instanceof URIError) return new Problem('address-unreadable')
  return new Problem(foreign[String((error as { type?: unknown } | null)?.type)] ?? 'unexpected')
}

/**
 * Answers every failure with its French sentence; what is logged holds nothing that was sent.
 *
 * @param showErrors adds the message of an unexpected error to its answer: only for whoever develops
 */
export function problemHandler(log: Log, showErrors = false): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const { code, list, waitSeconds } = problemOf(error)
    const [status, title] = problems[code]
    if (status >= 500) log.failure(code, error)
    if (res.headersSent || res.destroyed) return void res.destroy()
    if (status === 429 || status === 503) res.set('Retry-After', String(waitSeconds))
    const detail = showErrors && code === 'unexpected' ? { detail: String(error) } : {}
    const body: wire.Problem & { detail?: string } = {
      code,
      title,
      status,
      ...(list ? { problems: list } : {}),
      ...detail,
    }
    res.status(status).type('application/problem+json').send(JSON.stringify(body))
  }
}
