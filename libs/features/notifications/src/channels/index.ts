/** Channels: sends notifications of the inbox also by mail and to a group robot. */
export { type ChannelSettings } from './channel.job.ts';
export { ChannelsHttpModule } from './channels.http.module.ts';
export { ChannelsModule } from './channels.module.ts';
