/** What the pages weigh, how soon they stand and how soon they answer; those of respondents beside a page of survey-react-ui alone. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Benchmark, Figure } from '../../../analysis/scripts/bench/benchmark.ts'

/** In a process of its own: a browser and the tools of the tests, which the api knows nothing of. */
const measure = join(import.meta.dirname, '../../../tests/client/pages/bench.ts')

const landings = {
  home: 'accueil',
  results: 'résultats publics',
  directory: 'annuaire public',
  staff: 'équipes, première page',
}

/** Event Timing: from a touch or a key to the next paint. */
const answers = {
  today: 'd’« Aujourd’hui » aux questionnaires',
  write: 'd’un questionnaire à « Écrire »',
  follow: 'à « Suivre »',
  results: 'à « Résultats »',
  writeAgain: 'à « Écrire », de nouveau',
  followAgain: 'à « Suivre », de nouveau',
  resultsAgain: 'à « Résultats », de nouveau',
  question: 'explorateur : une autre question',
  group: 'explorateur : selon un groupe',
  cross: 'explorateur : croisée avec une autre',
  open: 'concepteur : ouvrir une question',
  letter: 'concepteur : une lettre du titre',
  letterAgain: 'concepteur : la lettre suivante',
  search: 'annuaire public : une lettre cherchée',
  filter: 'annuaire public : un thème choisi',
}

export const pages: Benchmark = {
  name: 'pages',
  title:
    'Les pages, réseau et processeur ralentis (4G lente, 4 ×) ; d’abord un téléphone, du lien à la première question',
  async run(step) {
    step(0)
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, measure])
    const found = JSON.parse(stdout) as Record<string, number>
    const of = (name: string) => found[name]!
    return [
      { name: 'kilobytes', title: 'reçus, en-têtes compris', value: of('bytes') / 1_000, unit: 'Ko' },
      { name: 'requests', title: 'requêtes', value: of('requests'), unit: '' },
      { name: 'aloneKilobytes', title: 'survey-react-ui seul', value: of('aloneBytes') / 1_000, unit: 'Ko' },
      {
        name: 'ratio',
        title: 'les nôtres / survey-react-ui seul',
        value: of('bytes') / of('aloneBytes'),
        unit: '×',
        isBetterSmall: true,
      },
      { name: 'noticeSeconds', title: 'première visite : la notice', value: of('noticeMs') / 1_000, unit: 's' },
      { name: 'questionSeconds', title: 'la première question', value: of('questionMs') / 1_000, unit: 's' },
      { name: 'againKilobytes', title: 'visite suivante, reçus', value: of('againBytes') / 1_000, unit: 'Ko' },
      { name: 'againSeconds', title: 'la question laissée', value: of('againMs') / 1_000, unit: 's' },
      { name: 'againLiveSeconds', title: 'et qui répond au doigt', value: of('againLiveMs') / 1_000, unit: 's' },
      { name: 'laterSeconds', title: 'visites d’après : la question', value: of('laterMs') / 1_000, unit: 's' },
      { name: 'laterLiveSeconds', title: 'et qui répond au doigt', value: of('laterLiveMs') / 1_000, unit: 's' },
      { name: 'readSeconds', title: 'après cinq secondes de lecture', value: of('readMs') / 1_000, unit: 's' },
      ...Object.entries(landings).flatMap(([name, title]): Figure[] => [
        { name: `${name}Kilobytes`, title: `${title} : reçus`, value: of(`${name}Bytes`) / 1_000, unit: 'Ko' },
        { name: `${name}Requests`, title: `${title} : requêtes`, value: of(`${name}Requests`), unit: '' },
        {
          name: `${name}PaintSeconds`,
          title: `${title} : le plus grand`,
          value: of(`${name}PaintMs`) / 1_000,
          unit: 's',
        },
        { name: `${name}ShownSeconds`, title: `${title} : tout`, value: of(`${name}ShownMs`) / 1_000, unit: 's' },
      ]),
      ...Object.entries(answers).map(
        ([name, title]): Figure => ({ name: `${name}Ms`, title, value: of(`${name}AnswerMs`), unit: 'ms' }),
      ),
    ]
  },
}
