/** The interview guides as documents to print or to edit. */
import { guides } from '../../surveys/heard/guide.ts'
import { addressOf } from '../parts/api.ts'

const formats = [
  { end: 'pdf', text: 'PDF, à imprimer' },
  { end: 'docx', text: 'à modifier' },
] as const

export const GuideLinks = () => (
  <ul className="guides">
    {guides.map(({ value, text, lead, minutes }) => (
      <li key={value}>
        <b>{text}</b> ({minutes} min). {lead}{' '}
        {formats.map(({ end, text: kind }) => {
          const file = `guide-${value}.${end}`
          return (
            <a key={end} href={addressOf('GET /api/heard/guides/:file', { params: { file } })} download={file}>
              {kind}
              <span className="visually-hidden"> : guide {text}</span>
            </a>
          )
        })}
      </li>
    ))}
  </ul>
)
