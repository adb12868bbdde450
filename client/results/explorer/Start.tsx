/** Before a question is chosen: what is worth a look, what was saved, and every question. */
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Notices } from '../Notices.tsx'
import { Absent } from './Absent.tsx'
import { byPage } from './Asking.tsx'
import { addressOf } from './addresses.ts'
import { Proposals } from './Proposals.tsx'
import { SavedList, type SavedOnes } from './Saved.tsx'

export function Start({ list, saved }: { list: analyse.QuestionList; saved: SavedOnes }) {
  const { slug, questions } = list
  return (
    <>
      <Notices publications={[list.publication]} />
      <SavedList slug={slug} saved={saved} />
      <Proposals slug={slug} question="" by="" />
      <section aria-labelledby="all-questions">
        <h2 id="all-questions">Toutes les questions</h2>
        <div className="all-questions">
          {byPage(questions).map(({ page, title, questions: own }) => (
            <section key={page} aria-label={title}>
              <h3>{title}</h3>
              <ul>
                {own.map(({ path, title: text }) => (
                  <li key={path}>
                    <Link href={addressOf(slug, { question: path, dividedBy: '', answer: '', view: 'graphique' })}>
                      {text}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <Absent list={list} />
      </section>
    </>
  )
}
