/** The texts of one language, sent to a translator and taken back. */
import { useId, useState } from 'react'
import type { TextChange, TextRow } from '../../../surveys/edit/texts.ts'
import { type Translated, translated } from '../../../surveys/languages.ts'
import type { TranslatedFrom } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { SelectField } from '../../parts/staff/Field.tsx'
import { inLanguageNamed, languageNames } from '../../parts/staff/languages.ts'
import { Beside } from './Beside.tsx'
import { type FromTranslator, readXliff, xliffOf } from './xliff.ts'

type Props = {
  slug: string
  rows: readonly TextRow[]
  first: Translated
  isReadOnly: boolean
  onClose: () => void
  onApply: (changes: TextChange[], label: string, message: string, translatedFrom: readonly TranslatedFrom[]) => void
}

export function XliffDialog({ slug, rows, first, isReadOnly, onClose, onApply }: Props) {
  const [language, setLanguage] = useState(first)
  const [read, setRead] = useState<FromTranslator | null>(null)
  const id = useId()
  const name = `${slug}-${language}.xlf`
  const count = read && 'changes' in read ? read.changes.length + read.confirmed : 0
  function download() {
    const url = URL.createObjectURL(new Blob([xliffOf(slug, rows, language)], { type: 'application/xliff+xml' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: name })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Dialog
      isOpen
      isWide
      title="Faire traduire"
      closeText={count > 0 ? 'Annuler' : 'Fermer'}
      onClose={onClose}
      actions={
        read &&
        'changes' in read &&
        count > 0 && (
          <DialogButton
            onPress={() =>
              onApply(
                read.changes,
                `Reprendre une traduction ${inLanguageNamed[read.language]}`,
                `${said(count)} ${inLanguageNamed[read.language]}. «\u202fAnnuler\u202f» revient en arrière.`,
                read.translatedFrom,
              )
            }
          >
            Reprendre {count > 1 ? `ces ${count} textes` : 'ce texte'}
          </DialogButton>
        )
      }
    >
      <section className="texts-translator">
        <h3>1. Envoyer</h3>
        <p>
          Le fichier XLIFF contient chaque texte français et sa traduction, s’il y en a une. Les outils de traduction le
          lisent.
        </p>
        <SelectField
          label="Langue à traduire"
          data-width="short"
          value={language}
          choices={translated.map((each) => ({ value: each, text: languageNames[each] }))}
          onChange={setLanguage}
        />
        <Button onClick={download}>Télécharger {name}</Button>
      </section>
      {!isReadOnly && (
        <section className="texts-translator">
          <h3>2. Reprendre</h3>
          <label htmlFor={id}>Le fichier traduit</label>
          <input
            id={id}
            className="field"
            type="file"
            accept=".xlf,.xliff,.xml"
            aria-describedby={read ? `${id}-said` : undefined}
            onChange={async ({ target }) => {
              const [file] = target.files ?? []
              setRead(file ? readXliff(await file.text(), rows) : null)
            }}
          />
          <div id={`${id}-said`} role="status">
            {read && <Said read={read} />}
          </div>
          {read && 'changes' in read && <Beside rows={rows} changes={read.changes} />}
        </section>
      )}
    </Dialog>
  )
}

const said = (count: number) => `${count} ${count > 1 ? 'textes repris' : 'texte repris'}`

function Said({ read }: { read: FromTranslator }) {
  if ('problem' in read) return <p className="form-error">{read.problem}</p>
  const { changes, confirmed, stale, gone, language } = read
  return (
    <>
      <p>
        {changes.length + confirmed === 0
          ? 'Ces textes sont déjà là\u202f: rien ne changerait.'
          : [
              ...(changes.length > 0 || confirmed === 0
                ? [
                    `${changes.length} ${changes.length > 1 ? 'textes changeront' : 'texte changera'} ${inLanguageNamed[language]}.`,
                  ]
                : []),
              ...(confirmed > 0
                ? [`${confirmed} ${confirmed > 1 ? 'textes restent, relus' : 'texte reste, relu'} par le traducteur.`]
                : []),
            ].join(' ')}
        {gone > 0 &&
          ` ${gone > 1 ? `${gone} textes du fichier ne sont` : 'Un texte du fichier n’est'} plus ici\u202f: laissés de côté.`}
      </p>
      {stale.length > 0 && (
        <p className="notice" data-kind="warm">
          {stale.length > 1 ? `${stale.length} textes français ont` : 'Un texte français a'} changé depuis l’envoi, à
          faire relire{'\u202f'}: {stale.map((words) => `«\u202f${words}\u202f»`).join(', ')}.
        </p>
      )}
    </>
  )
}
