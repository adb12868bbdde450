/** The twelve words, once: three rows of four, a picture to scan, and three ways to save them. */

import { useState } from 'react'
import { shortDayText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { useIsShared } from '../parts/shared.ts'
import { useSite } from '../parts/site.ts'
import { useLanguage, useSay } from '../words/useSay.ts'
import { CodeBody } from './CodeBody.tsx'
import { addressOf, copied, pictureOf } from './picture.ts'
import { useSquare } from './SquareImage.tsx'

type Props = {
  code: readonly string[]
  freezesAt: string | null
  /** Title of the questionnaire, for the picture that is saved. */
  name: string
  /** The words are shown again as long as the tab is open. */
  stays?: boolean
}

/** Id of its title. */
export const codeTitle = 'code'

export function CodeCard({ code, freezesAt, name, stays = false }: Props) {
  const say = useSay()
  const isShared = useIsShared()
  const site = useSite()
  const language = useLanguage()
  const square = useSquare(addressOf(code))
  const [message, setMessage] = useState('')
  const [isKept, setKept] = useState(false)
  const date = freezesAt ? shortDayText(freezesAt, language) : ''
  const until = date ? say('code.until', { date }) : ''
  // on the picture it stands alone
  const day = until.replace(/^[\s,،]+/, '')
  const copy = async () => {
    const isCopied = await copied(code)
    setMessage(say(isCopied ? 'code.copied' : 'code.notCopied'))
    setKept(isKept || isCopied)
  }
  const save = async () => {
    const picture = await pictureOf(code, square, {
      title: say('code.title'),
      authority: site?.name ?? '',
      name,
      until: day,
      address: addressOf([]),
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = 'mon-code.png'
    link.click()
    URL.revokeObjectURL(link.href)
    setKept(true)
  }
  return (
    <section className="code stack" aria-labelledby={codeTitle}>
      <h2 id={codeTitle}>{say('code.title')}</h2>
      <p>{say(stays ? 'code.whatTab' : 'code.what', { until })}</p>
      <CodeBody code={code} square={square} label={say('code.qr')} note={isShared ? undefined : say('code.qrNote')} />
      <p className="receipt-small">
        <bdi>{say('code.where', { address: addressOf([]) })}</bdi>
      </p>
      {stays && !isKept && (
        <p className="no-print">
          <b>{say('code.keep')}</b>
        </p>
      )}
      {!isShared && (
        <div className="actions no-print">
          <Button
            onClick={() => {
              print()
              setKept(true)
            }}
          >
            {say('code.print')}
          </Button>
          <Button onClick={() => void save()}>{say('code.image')}</Button>
          <Button onClick={() => void copy()}>{say('code.copy')}</Button>
        </div>
      )}
      <p role="status" className="code-message no-print">
        {message}
      </p>
    </section>
  )
}
