/**
 * Proof packs (履职证明包): all data of a case in one ZIP that can be verified offline, and the verification of its chain.
 */
export { PackWriter } from './pack-writer.ts';
export { ProofPackHttpModule } from './proof-pack.http.module.ts';
export { ProofPackModule } from './proof-pack.module.ts';
export { ProofPackRun } from './proof-pack-run.ts';
