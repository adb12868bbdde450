/** Combines what analysts saw on the explorer with what the documents published: the same people read both. */
import { type Page, pagesByUniverse } from '../../analysis/disclosure/joint.ts'
import type { Publication } from '../../analysis/disclosure/publication.ts'
import type { Crossing } from '../../analysis/explore/protected.ts'
import type { Head, Publications, PublishedQuestion } from './publications.ts'
import type { Statement } from './statements.ts'

const pageOf = ({ snapshot, published }: Publication): Page => ({ snapshot, knowledge: published.knowledge })
const shownIn = (crossings: readonly Crossing[]): Publication[] =>
  crossings.flatMap(({ publication }) => publication ?? [])

/**
 * The earlier statements as readers of both know them: a count published on the screen counts as published.
 *
 * @param snapshot of the answers now: what was published of these very answers stays as the documents published it
 */
export async function seenToo(
  slug: string,
  statements: readonly Statement[],
  heads: readonly Head[],
  publications: Publications,
  snapshot: string,
): Promise<Statement[]> {
  return Promise.all(
    statements.map(async (statement) => {
      const head = heads.find(({ document }) => document.digest === statement.document.digest)
      if (!head || head.document.snapshot === snapshot) return statement
      const { knowledge } = head.document.published
      const counts = { ...knowledge.counts }
      for (const { path } of head.questions) {
        const question = await publications.question(slug, head.number, path)
        for (const { snapshot: then, published } of shownIn(question?.crossings ?? []))
          for (const [key, count] of Object.entries(published.knowledge.counts))
            if (then === head.document.snapshot) counts[key] ??= count
      }
      const published = { ...head.document.published, knowledge: { ...knowledge, counts } }
      return { ...statement, document: { ...head.document, published } }
    }),
  )
}

/** Everything published of some questions: documents and screens, oldest first. */
export function pagesAbout(statements: readonly Statement[]) {
  const documents = statements.map(({ document }) => ({
    snapshot: document.snapshot,
    parts: pagesByUniverse(pageOf(document)),
  }))
  return (universes: ReadonlySet<string>, screens: readonly (PublishedQuestion | null)[]): Page[] => {
    const seen = shownIn(screens.flatMap((question) => question?.crossings ?? []))
    return documents.flatMap(({ snapshot, parts }) => [
      ...[...universes].flatMap((universe) => parts.get(universe) ?? []),
      ...seen.filter((one) => one.snapshot === snapshot).map(pageOf),
    ])
  }
}
