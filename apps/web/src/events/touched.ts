import { createContext } from 'react';

/** To be called when a button changes the form for the person: what they did by it is kept like what they typed. */
export const Touched = createContext<() => void>(() => {});
