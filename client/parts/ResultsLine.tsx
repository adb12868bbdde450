/** Where the results stand, or will: an address that never changes, on every receipt. */
import { useLanguage, useSay } from '../words/useSay.ts'
import { useIsShared } from './shared.ts'
import { publicOrigin, useSite } from './site.ts'

/** @param slug of a questionnaire; null for the list of all results */
export function ResultsLine({ slug }: { slug: string | null }) {
  const say = useSay()
  const language = useLanguage()
  const isShared = useIsShared()
  const path = slug === null ? '/resultats' : `/resultats/${slug}`
  const isRead = useSite()?.results.some((open) => slug === null || open === slug)
  const address = `${publicOrigin().replace(/^https?:\/\//, '')}${path}`
  const href = language === 'fr' ? path : `${path}?langue=${language}`
  if (isRead && !isShared)
    return (
      <>
        {say(slug === null ? 'results.some' : 'results.first')}{' '}
        <a href={href}>
          <b>{say('results.link')}</b>
        </a>{' '}
        <bdi className="results-address muted">{address}</bdi>
      </>
    )
  return (
    <>
      {say(isRead ? (slug === null ? 'results.some' : 'results.first') : 'results.here')}{' '}
      {isShared ? (
        <bdi className="results-address">{address}</bdi>
      ) : (
        <a className="results-address" href={href}>
          <bdi>{address}</bdi>
        </a>
      )}
    </>
  )
}
