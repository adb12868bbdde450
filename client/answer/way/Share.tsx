/** Handing the questionnaire on: its link by the phone's own ways, by SMS, copied, or scanned from the screen. Nothing of a person is in it. */
import { useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { isPublic } from '../../../surveys/questionnaire/audiences.ts'
import { SquareImage, useSquare } from '../../code/SquareImage.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { inLanguage } from '../../parts/inLanguage.ts'
import { useIsShared } from '../../parts/shared.ts'
import { publicOrigin } from '../../parts/site.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'

type Props = {
  questionnaire: Pick<PublishedQuestionnaire, 'slug' | 'title' | 'audience' | 'invitation'>
  /** Behind a touch, where something else comes first. */
  isFolded?: boolean
}

/** Nothing on a shared tablet, nor where an answer needs a link or a code of one's own. */
export function Share({ questionnaire, isFolded = false }: Props) {
  const say = useSay()
  const isShared = useIsShared()
  const [isOpen, setIsOpen] = useState(!isFolded)
  if (isShared || !isPublic(questionnaire.audience) || questionnaire.invitation === 'required') return null
  if (isFolded)
    return (
      <details className="share no-print" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{say('share.title')}</summary>
        {isOpen && <Ways questionnaire={questionnaire} />}
      </details>
    )
  return (
    <section className="share stack no-print" aria-labelledby="share">
      <h2 id="share">{say('share.title')}</h2>
      <Ways questionnaire={questionnaire} />
    </section>
  )
}

function Ways({ questionnaire }: Pick<Props, 'questionnaire'>) {
  const say = useSay()
  const language = useLanguage()
  const [message, setMessage] = useState('')
  const address = linkTo(questionnaire.slug, language)
  const square = useSquare(address)
  const title = inLanguage(questionnaire.title, language)
  const text = say('share.message', { title, address })
  const copy = () =>
    navigator.clipboard
      ?.writeText(address)
      .then(() => setMessage(say('share.copied')))
      .catch(() => setMessage(say('share.notCopied'))) ?? setMessage(say('share.notCopied'))
  // the address travels beside the words: telephones join them themselves
  const words = say('share.message', { title, address: '' }).trim()
  const send = () => void navigator.share({ title, text: words, url: address }).catch(() => {})
  return (
    <div className="share-body">
      <div className="stack share-ways">
        <p>{say('share.text')}</p>
        <div className="actions">
          {'share' in navigator && <Button onClick={send}>{say('share.send')}</Button>}
          <a className="button" href={`sms:?body=${encodeURIComponent(text)}`}>
            {say('share.sms')}
          </a>
          <Button onClick={() => void copy()}>{say('share.copy')}</Button>
        </div>
        <p role="status" className="code-message">
          {message}
        </p>
      </div>
      <figure className="share-square">
        <SquareImage square={square} label={say('share.qr')} />
        <figcaption className="receipt-small">
          <bdi>{address.replace(/^https?:\/\//, '').replace(/\?.*$/, '')}</bdi>
        </figcaption>
      </figure>
    </div>
  )
}

/** Where it was found is said, who handed it on is not. Simplified French is chosen by each person. */
function linkTo(slug: string, language: keyof typeof languageRows): string {
  const { tag } = languageRows[language]
  const query = new URLSearchParams({ canal: 'partage', ...(tag === 'fr' ? {} : { langue: language }) })
  return `${publicOrigin()}/q/${slug}?${query}`
}
