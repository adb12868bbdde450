export const javaServer = () => null
