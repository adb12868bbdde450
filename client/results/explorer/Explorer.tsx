/** A question, alone or by a list or another question; the same numbers as a chart, a table and a sentence. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { EarlierNotice, NoSuchPublication, Notices } from '../Notices.tsx'
import { QuestionnaireNav } from '../QuestionnaireNav.tsx'
import { Asking } from './Asking.tsx'
import { type Asked, askedOf, dividersOf, explorerAddress, mendedOf, nameOf, viewOf } from './addresses.ts'
import { Explored } from './Explored.tsx'
import { Proposals } from './Proposals.tsx'
import { Save, SavedList, type SavedOnes, useSaved } from './Saved.tsx'
import { Search } from './Search.tsx'
import { Start } from './Start.tsx'

export function Explorer({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/questions', { params: { slug } }), [slug]),
  )
  const saved = useSaved(slug)
  const [search] = useSearchParams()
  return (
    <StaffFrame
      title="Explorer les réponses"
      actions={search.has('q') && <OtherOnes slug={slug} saved={saved} />}
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'results' }}
      isWide
    >
      <QuestionnaireNav slug={slug} publication={loaded && 'value' in loaded ? loaded.value.publication : null} />
      <Loading loaded={loaded} again={again}>
        {(list) =>
          list.questions.length === 0 ? (
            <p className="empty">
              Rien n’est encore publié. <Link href={`/analyse/${slug}/publications`}>Publier les résultats</Link>
            </p>
          ) : (
            <Exploring list={list} saved={saved} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

/** Beside the title, where they take no line above the picture. */
const OtherOnes = ({ slug, saved }: { slug: string; saved: SavedOnes }) => (
  <>
    <Link href={explorerAddress(slug)}>Toutes les questions</Link>
    {saved.all.length > 0 && <a href="#saved">Enregistrées ({saved.all.length})</a>}
  </>
)

/** What is asked stands in the address, so that it can be sent to a colleague. */
function Exploring({ list, saved }: { list: analyse.QuestionList; saved: SavedOnes }) {
  const { questions } = list
  const [search, setSearch] = useSearchParams()
  const asked = askedOf(search, questions)
  const mended = asked && mendedOf(search, asked)
  useEffect(() => {
    if (mended) setSearch(mended, { replace: true })
  })
  const choose = (changes: Record<string, string>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (asked) next.set('q', asked.question.path)
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const goTo = (q: string) => choose({ q, par: '', rep: '' })
  if (!asked)
    return (
      <>
        <Search list={list} goTo={goTo} />
        <Start list={list} saved={saved} />
      </>
    )
  const { lists, others } = dividersOf(asked.question, questions, asked.by)
  const dividing = {
    paths: new Set([...lists, ...others].map(({ path }) => path)),
    by: (par: string) => choose({ par, rep: '' }),
  }
  const withdrawn = list.withdrawn.find(({ number }) => number === Number(search.get('pub')))
  const toLast = list.publication && (
    <Button kind="main" onClick={() => choose({ pub: '' })}>
      Voir cette question dans la n° {list.publication.number}, en cours
    </Button>
  )
  if (withdrawn) return <Withdrawn one={withdrawn} toLast={toLast} />
  if (!isThere(search.get('pub'), list))
    return <NoSuchPublication text="Cette publication n’existe pas.">{toLast}</NoSuchPublication>
  return (
    <>
      <div className="explorer-bar no-print">
        <Search list={list} goTo={goTo} dividing={dividing} />
        <Asking questions={questions} asked={asked} choose={choose} />
      </div>
      <OneQuestion list={list} asked={asked} search={search} choose={choose} saved={saved} />
    </>
  )
}

/** Numbers follow one another: there is none beyond the newest. */
function isThere(pub: string | null, { publication, withdrawn }: analyse.QuestionList): boolean {
  const newest = Math.max(publication?.number ?? 0, ...withdrawn.map(({ number }) => number))
  return !pub || (Number.isInteger(Number(pub)) && Number(pub) >= 1 && Number(pub) <= newest)
}

/** Nothing of it is shown, saved or proposed: why, and the way to the one in force. */
const Withdrawn = ({ one, toLast }: { one: analyse.PublicationLine; toLast: ReactNode }) => (
  <>
    <Notices publications={[one]} />
    {toLast && <div className="actions">{toLast}</div>}
  </>
)

type Props = {
  list: analyse.QuestionList
  asked: Asked
  search: URLSearchParams
  choose: (changes: Record<string, string>) => void
  saved: SavedOnes
}

function OneQuestion({
  list: { slug, questions, publication },
  asked: { question, by },
  search,
  choose,
  saved,
}: Props) {
  const pub = Number(search.get('pub'))
  const earlier = publication && pub > 0 && pub !== publication.number ? pub : null
  const following = questions[questions.indexOf(question) + 1]?.path ?? null
  const ask = useAsked(slug, search.get('pub'))
  const [loaded, again] = useLoaded(useCallback(() => ask(question.path, by), [ask, question.path, by]))
  useEffect(() => {
    if (loaded && following !== null) ask(following, '').catch(() => {})
  }, [loaded, following, ask])
  // the last figures stay on the screen until the next are there: nothing jumps
  const [last, setLast] = useState<analyse.Explored | null>(null)
  useEffect(() => {
    if (loaded && 'value' in loaded) setLast(loaded.value)
  }, [loaded])
  const shown = loaded ?? (last && { value: last })
  const dividedBy = [...question.lists, ...questions].find(({ path }) => path === by)
  return (
    <>
      {publication && earlier !== null && (
        <EarlierNotice number={earlier} last={publication.number}>
          <button type="button" className="link" onClick={() => choose({ pub: '' })}>
            Revenir à la n° {publication.number}
          </button>
        </EarlierNotice>
      )}
      <div aria-busy={loaded === null}>
        <Loading loaded={shown} again={again}>
          {(explored) => (
            <Explored
              explored={explored.path === question.path ? { ...explored, title: question.title } : explored}
              answer={search.get('rep')}
              view={search.get('forme') ?? 'graphique'}
              choose={choose}
            />
          )}
        </Loading>
      </div>
      <Save
        // another exploration is another name
        key={search.toString()}
        saved={saved}
        title={nameOf(question.title, dividedBy?.title)}
        shown={{
          question: question.path,
          dividedBy: by,
          answer: search.get('rep') ?? '',
          view: viewOf(search.get('forme')),
          ...(earlier === null ? {} : { publication: earlier }),
        }}
      />
      <Proposals slug={slug} question={question.path} by={by} earlier={earlier} />
      <SavedList slug={slug} saved={saved} />
    </>
  )
}

/** @param pub number of an earlier publication; null = the last. A publication is frozen: what was asked once stays while the page is open, and the next question is asked ahead. */
function useAsked(slug: string, pub: string | null) {
  const asked = useRef(new Map<string, Promise<analyse.Explored>>())
  return useCallback(
    (field: string, by: string) => {
      const key = `${pub} ${field} ${by}`
      const before = asked.current.get(key)
      if (before) return before
      const publication = pub === null ? {} : { publication: Number(pub) }
      const answer = call('GET /api/analyse/:slug/questions/:field', {
        params: { slug, field },
        query: { by, ...publication },
      })
      asked.current.set(key, answer)
      answer.catch(() => asked.current.delete(key))
      return answer
    },
    [slug, pub],
  )
}
