/** The browser threw away the session that the server gave it: said in French and in the language of the reader. */
import ar from '../../../surveys/dictionaries/ar/signing-in.json' with { type: 'json' }
import en from '../../../surveys/dictionaries/en/signing-in.json' with { type: 'json' }
import es from '../../../surveys/dictionaries/es/signing-in.json' with { type: 'json' }
import fr from '../../../surveys/dictionaries/fr/signing-in.json' with { type: 'json' }
import easy from '../../../surveys/dictionaries/fr-facile/signing-in.json' with { type: 'json' }
import { isLanguage, type Language, languageRows } from '../../../surveys/languages.ts'
import { useComfort } from '../../parts/comfort.ts'
import { Failure } from '../../parts/staff/Field.tsx'
import { SessionNotKept } from '../../parts/staff/me.ts'
import { sentenceOf } from '../../parts/staff/staffApi.ts'

const words: Record<Language, typeof fr> = { fr, 'fr-facile': easy, en, ar, es }

/** Why somebody could not come in; undefined = nothing has failed. */
export function EntryFailure({ failure }: { failure: unknown }) {
  if (failure instanceof SessionNotKept) return <NotKept />
  return <Failure text={failure ? sentenceOf(failure) : undefined} />
}

export function NotKept() {
  const { language } = useComfort()
  const [browsers] = navigator.language.split('-')
  const reader = language === 'fr' && isLanguage(browsers) ? browsers : language
  return (
    <div className="failure" role="alert">
      {[...new Set<Language>(['fr', reader])].map((spoken) => (
        <div key={spoken} lang={languageRows[spoken].tag} dir={languageRows[spoken].direction}>
          <p className="form-error">{words[spoken].notKept}</p>
          <p>{words[spoken].otherBrowser}</p>
        </div>
      ))}
    </div>
  )
}
