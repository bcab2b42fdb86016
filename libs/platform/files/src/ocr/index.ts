export {
  defaultRecognitionLimits,
  type PagesToRecognise,
  type RecognisedPage,
  type RecognitionLimits,
  type RecognitionProblem,
  type TextRecogniser,
} from './text-recogniser.ts';
export { recognitionTools, tesseractRecogniser, type RecognitionTools } from './tesseract.ts';
