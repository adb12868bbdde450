/** The kit of a reading workshop: eight young people, ninety minutes, cards to cut out with the published figures. */
import { date, typeset } from '../../../text/format.ts'
import { barDrawing } from '../../html/chart-image.ts'
import { typesetPdf } from '../../pdf/pdf.ts'
import type { ReportSource } from '../../source.ts'
import { isYoung, type YouthCard, youthCards } from './cards.ts'
import { workshopTemplate } from './template.ts'

export const workshopPdfName = 'atelier-de-lecture.pdf'
export const workshopMinutes = 90
const mostCards = 12
const mostBars = 3

/** What happens when; the minutes add up to those of the workshop. */
export const workshopSteps: readonly { minutes: number; what: string; how: string }[] = [
  {
    minutes: 10,
    what: 'Se dire les règles',
    how: 'On parle pour soi, si on veut. On peut passer. Ici, rien ne sort avec un nom. Personne ne photographie.',
  },
  {
    minutes: 15,
    what: 'Deviner',
    how: 'Par deux. Chaque paire reçoit trois cartes pliées : seule la question se voit. On écrit son pari, sur 100.',
  },
  {
    minutes: 25,
    what: 'Lire',
    how: 'On déplie. On pose chaque carte sur un des trois tas : « je m’y attendais », « ça m’étonne », « pas vrai pour moi ».',
  },
  {
    minutes: 20,
    what: 'Comprendre',
    how: 'Le groupe garde trois cartes. Pourquoi ce nombre ? Qui n’a pas répondu ? Qu’est-ce que la carte ne dit pas ?',
  },
  {
    minutes: 15,
    what: 'Proposer',
    how: 'Par deux, une carte « idée » pour chaque carte gardée : quoi, pour qui, où, qui peut aider.',
  },
  {
    minutes: 5,
    what: 'Choisir et finir',
    how: 'Trois gommettes chacun. On dit qui lira les idées, et quel jour le groupe aura une réponse.',
  },
]

const before = [
  'Imprimez en une face, découpez les cartes, pliez-les sur les pointillés. Ciseaux, feutres, gommettes, goûter.',
  'Huit jeunes, de plusieurs communes, pas seulement ceux qui viennent toujours. Deux adultes : l’un anime, l’autre note.',
  'Pour les mineurs, l’accord des parents se demande comme pour une sortie. Aucun nom n’est noté dans l’atelier.',
]
const after = [
  'Recopiez les idées sur le mur d’idées du site, sans nom. Ce qui a été dit se note page « Écoute », comme un groupe d’échange.',
  'Redonnez des nouvelles au groupe : ce qui est décidé, ce qui ne l’est pas, et pourquoi.',
  'Un jeune vous confie quelque chose de grave ? Écoutez, ne promettez pas le secret, appelez le 119 (gratuit, jour et nuit).',
]
const reading = [
  '« Environ 40 sur 100 » : imagine 100 jeunes, 40 diraient pareil.',
  '« Entre 34 et 46 » : un nombre tiré d’un questionnaire n’est jamais exact. Il se trouve très probablement entre les deux.',
  'Ceux qui n’ont pas répondu pensent peut-être autre chose.',
]

/** Same source and fonts, same bytes. */
export function workshopPdf(source: ReportSource, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  return typesetPdf({ markup: workshopTemplate, data: workshopData(source), fonts, day: source.date })
}

/** All that is printed, worded. */
export function workshopData(source: ReportSource) {
  const [year, month, day] = source.date.split('-').map(Number)
  const cards = youthCards(source, mostCards)
  const isTheirs = (source.definitions ?? []).some(({ audience }) => isYoung(audience))
  return {
    title: 'Atelier de lecture',
    lead: typeset(`8 jeunes, ${workshopMinutes} minutes, ${cards.length} cartes`),
    place: typeset(source.place),
    date: { year, month, day },
    dateText: date(source.date),
    marks: [
      ...(source.demo ? ['Données fictives'] : []),
      ...(source.questionnaires.some(({ trial }) => trial) ? ['Essai'] : []),
    ],
    purpose: typeset(
      'Lire ensemble ce que les jeunes ont répondu, dire ce qu’on en pense, proposer. On lit AVEC eux avant de décider pour eux.',
    ),
    sections: [
      { title: 'Avant', lines: before.map(typeset) },
      { title: 'Après', lines: after.map(typeset) },
    ],
    steps: workshopSteps.map(({ minutes, what, how }) => ({
      minutes: typeset(`${minutes} min`),
      what: typeset(what),
      how: typeset(how),
    })),
    reading: { title: 'Lire un nombre', lines: reading.map(typeset) },
    none: typeset(
      'Aucun résultat n’est encore publié : gardez cette feuille, les cartes viendront avec les résultats.',
    ),
    cards: cards.map((card, at) => cardData(card, at + 1, isTheirs)),
    labels: {
      guess: typeset('Ton pari : ……… sur 100'),
      fold: 'plie ici',
      decided: typeset('Ce qui est décidé :'),
      idea: 'Notre idée',
      ideaLines: ['Quoi', 'Pour qui', 'Où', 'Qui peut aider'],
    },
  }
}

function cardData({ question, lines, picture, decided }: YouthCard, number: number, isTheirs: boolean) {
  return {
    number: String(number),
    question,
    lines,
    bars: (picture?.bars ?? []).slice(0, mostBars).map(({ label, text, estimate, isUncertain }) => ({
      label,
      text,
      svg: barDrawing(estimate, picture!.end, isUncertain, '#eceae4').svg,
    })),
    decided: decided
      .map(({ text, due, became }) => [text, due, became].filter((one) => one !== '').join(' '))
      .slice(0, 1),
    ask: typeset(
      isTheirs ? 'Et toi ? D’accord · Pas d’accord · Ça dépend' : 'Et pour toi ? Pareil · Pas pareil · Ça dépend',
    ),
  }
}
