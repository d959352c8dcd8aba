// A modest table of Slack's emoji short names. A name that is not here stays as it was written.

const table = `
+1 👍 -1 👎 100 💯 alarm_clock ⏰ arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️ ballot_box_with_check ☑️
bar_chart 📊 bell 🔔 blue_book 📘 book 📖 bookmark 🔖 books 📚 briefcase 💼 bulb 💡 bust_in_silhouette 👤
busts_in_silhouette 👥 calendar 📆 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 clap 👏 clipboard 📋
clock1 🕐 clock3 🕒 clock9 🕘 date 📅 dart 🎯 email 📧 envelope ✉️ exclamation ❗ eyes 👀 file_folder 📁 fire 🔥
green_heart 💚 grey_question ❔ hand ✋ handshake 🤝 heart ❤️ heavy_check_mark ✔️ heavy_plus_sign ➕
hourglass ⌛ hourglass_flowing_sand ⏳ information_source ℹ️ inbox_tray 📥 key 🔑 label 🏷️ large_blue_circle 🔵
large_green_circle 🟢 large_orange_circle 🟠 large_red_circle 🔴 large_yellow_circle 🟡 large_green_square 🟩
link 🔗 lock 🔒 loudspeaker 📢 mag 🔍 mega 📣 memo 📝 moneybag 💰 mute 🔇 no_bell 🔕 no_entry ⛔
no_entry_sign 🚫 notebook 📓 ok ✅ ok_hand 👌 outbox_tray 📤 palm_tree 🌴 paperclip 📎 parking 🅿️ pencil ✏️
pencil2 ✏️ phone ☎️ point_down 👇 point_left 👈 point_right 👉 point_up ☝️ pray 🙏 pushpin 📌 question ❓
raised_hands 🙌 recycle ♻️ red_circle 🔴 rocket 🚀 rotating_light 🚨 runner 🏃 scales ⚖️ seedling 🌱
shield 🛡️ slightly_smiling_face 🙂 smile 😄 smiley 😃 sparkles ✨ speech_balloon 💬 spiral_calendar_pad 🗓️
spiral_note_pad 🗒️ star ⭐ stopwatch ⏱️ sunny ☀️ tada 🎉 telephone_receiver 📞 thinking_face 🤔 thumbsup 👍
thumbsdown 👎 ticket 🎫 timer_clock ⏲️ trophy 🏆 unlock 🔓 video_camera 📹 warning ⚠️ wave 👋
white_check_mark ✅ white_circle ⚪ black_circle ⚫ wrench 🔧 x ❌ yellow_heart 💛 zap ⚡ zzz 💤`;

const words = table.trim().split(/\s+/);
const emoji = new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]]] : [])));

/** The character behind a short name without its colons (a skin tone is ignored), or null. */
export const emojiNamed = (name) => emoji.get(name.split("::")[0]) ?? null;

/** Plain text with its `:short_names:` as characters. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emojiNamed(name) ?? whole);
