/** How the top of the site will look with what is typed, before anything is saved. */
import { useEffect, useRef } from 'react'
import type { staff } from '../../../api/wire/public.ts'

type Props = { values: staff.SettingsValues; isColourGood: boolean; hasLogo: boolean }

export function Preview({ values, isColourGood, hasLogo }: Props) {
  const button = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // set by script: the content policy allows no style in the markup
    if (button.current) button.current.style.backgroundColor = isColourGood ? values.colour : ''
  }, [values.colour, isColourGood])
  return (
    <figure className="form-field">
      <figcaption>
        <b>Aperçu</b>
      </figcaption>
      <div className="preview boxed">
        <div className="preview-name">
          <img src={hasLogo ? '/api/logo' : '/icon.svg'} alt="" />
          <b>{values.name || 'Nom de la collectivité'}</b>
        </div>
        <span className="preview-button" ref={button}>
          Répondre
        </span>
        <small>{values.contact || 'Contact à indiquer'}</small>
      </div>
    </figure>
  )
}
