/**
 * Sans réponse : les questions que les gens laissent, celles qui en laissent le plus d’abord. « Non posée » est à part : ce n’est
 * pas un refus.
 *
 *   npm run analyse -- sans-reponse familles.jsonl
 */
import { print } from '../../../cli/command.ts'
import { count, percent } from '../../text/format.ts'
import { type Frames, isSilent, readFrames, silences } from '../frames.ts'
import { givenIn, tableText } from '../recipe.ts'

export type Missing = {
  question: string
  asked: number
  blank: number
  dontKnow: number
  refused: number
  answered: number
}

const facts = new Set(['id', 'mode', 'mois', 'ligne'])

/** Questions with one answer, of the responses. */
export function missingIn({ responses: { frame } }: Frames): Missing[] {
  const questions = frame.columns.filter((name, at) => !facts.has(name) && frame.dtypes[at] === 'string')
  return questions
    .map((question): Missing => {
      const counts = new Map(frame.groupby([question]).col(['id']).count().values as [string, number][])
      const of = (value: string) => counts.get(value) ?? 0
      const answered = [...counts].reduce((sum, [value, many]) => sum + (isSilent(value) ? 0 : many), 0)
      const [blank, dontKnow, refused] = [of(silences.blank), of(silences.dontKnow), of(silences.refused)]
      return { question, asked: answered + blank + dontKnow + refused, blank, dontKnow, refused, answered }
    })
    .toSorted((a, b) => a.answered / a.asked - b.answered / b.asked)
}

export async function run(args: string[]): Promise<void> {
  const { words } = givenIn(args, 'sans-reponse FICHIER.jsonl', 1)
  const rows = missingIn(readFrames(words[0]!)).map(({ question, asked, blank, dontKnow, refused, answered }) => [
    question,
    count(asked),
    percent(answered / asked),
    count(blank),
    count(dontKnow),
    count(refused),
  ])
  print(tableText(['question', 'posée à', 'réponses', 'laissée', 'ne sait pas', 'refus'], rows))
}
