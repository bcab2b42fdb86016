/** Channels: what stands in an inbox also goes out by mail and to a group robot. */
export { channelLoop, type ChannelSettings } from './channel-loop.ts';
export { ChannelsModule } from './channels.module.ts';
