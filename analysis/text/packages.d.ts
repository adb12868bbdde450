declare module 'stopword' {
  export const fra: string[]
}
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(language: 'french'): { stem(word: string): string } }
  export default snowball
}
