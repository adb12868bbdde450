/** The recovery codes, shown once: to be copied, saved or printed before going on. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { notify } from '../../parts/staff/Toasts.tsx'

export function Codes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const [isSaved, setIsSaved] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const text = `Codes de secours\n\n${codes.join('\n')}\n\nChaque code sert une fois.\n`
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    link.download = 'codes-de-secours.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section className="form" aria-labelledby="codes-title">
      <h2 id="codes-title" ref={heading} tabIndex={-1}>
        Vos dix codes de secours
      </h2>
      <p>
        Si vous perdez votre téléphone, un de ces codes vous laissera entrer. Ils ne seront plus jamais affichés :
        gardez-les ailleurs que sur ce téléphone.
      </p>
      <ul className="codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="actions">
        <Button onClick={() => navigator.clipboard.writeText(text).then(() => notify('Les codes sont copiés.'))}>
          Copier
        </Button>
        <Button onClick={save}>Enregistrer</Button>
        <Button onClick={() => print()}>Imprimer</Button>
      </div>
      <label className="choice">
        <input type="checkbox" checked={isSaved} onChange={(event) => setIsSaved(event.target.checked)} />
        <span>J’ai gardé ces codes en lieu sûr</span>
      </label>
      <div className="actions">
        <Button kind="main" disabled={!isSaved} onClick={onDone}>
          Continuer
        </Button>
      </div>
    </section>
  )
}
