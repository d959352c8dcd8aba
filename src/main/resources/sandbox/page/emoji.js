// The most usual of Slack's emoji short names. A name that is not here stays as it was written.

const table = `
+1 👍 -1 👎 100 💯 1234 🔢 alarm_clock ⏰ angry 😠 arrow_down ⬇️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️
arrows_counterclockwise 🔄 ballot_box_with_check ☑️ bangbang ‼️ bar_chart 📊 bell 🔔 beers 🍻 birthday 🎂 black_circle ⚫
blue_book 📘 blue_heart 💙 blush 😊 book 📖 bookmark 🔖 bookmark_tabs 📑 books 📚 boom 💥 briefcase 💼 broken_heart 💔
bug 🐛 building_construction 🏗️ bulb 💡 bust_in_silhouette 👤 busts_in_silhouette 👥 cake 🍰 calendar 📆 calling 📲
card_index 📇 chart_with_downwards_trend 📉 chart_with_upwards_trend 📈 checkered_flag 🏁 christmas_tree 🎄 clap 👏
clipboard 📋 clock1 🕐 clock12 🕛 clock2 🕑 clock3 🕒 clock4 🕓 clock5 🕔 clock9 🕘 cloud ☁️ coffee ☕ computer 💻
confetti_ball 🎊 construction 🚧 crossed_fingers 🤞 cry 😢 crystal_ball 🔮 date 📅 dart 🎯 desktop_computer 🖥️ dizzy 💫
dollar 💵 door 🚪 earth_americas 🌎 eight 8️⃣ email 📧 envelope ✉️ exclamation ❗ eyes 👀 fast_forward ⏩ file_cabinet 🗄️
file_folder 📁 fire 🔥 five 5️⃣ flag-us 🇺🇸 four 4️⃣ gear ⚙️ gem 💎 gift 🎁 globe_with_meridians 🌐 green_heart 💚
grey_exclamation ❕ grey_question ❔ grimacing 😬 grin 😁 grinning 😀 hammer_and_wrench 🛠️ hand ✋ handshake 🤝 heart ❤️
heart_eyes 😍 heavy_check_mark ✔️ heavy_division_sign ➗ heavy_minus_sign ➖ heavy_plus_sign ➕ hourglass ⌛
hourglass_flowing_sand ⏳ house 🏠 hugging_face 🤗 inbox_tray 📥 information_source ℹ️ joy 😂 key 🔑 label 🏷️
large_blue_circle 🔵 large_green_circle 🟢 large_green_square 🟩 large_orange_circle 🟠 large_red_circle 🔴
large_red_square 🟥 large_yellow_circle 🟡 large_yellow_square 🟨 left_right_arrow ↔️ link 🔗 lock 🔒 loudspeaker 📢 mag 🔍
mag_right 🔎 mailbox 📫 man-shrugging 🤷‍♂️ mega 📣 memo 📝 moneybag 💰 muscle 💪 mute 🔇 neutral_face 😐 new 🆕
newspaper 📰 nine 9️⃣ no_bell 🔕 no_entry ⛔ no_entry_sign 🚫 notebook 📓 office 🏢 ok 🆗 ok_hand 👌 one 1️⃣ open_file_folder 📂
open_hands 👐 orange_heart 🧡 outbox_tray 📤 package 📦 page_facing_up 📄 palm_tree 🌴 paperclip 📎 parking 🅿️ party_popper 🎉
partying_face 🥳 pencil ✏️ pencil2 ✏️ phone ☎️ pizza 🍕 point_down 👇 point_left 👈 point_right 👉 point_up ☝️
point_up_2 👆 pray 🙏 purple_heart 💜 pushpin 📌 question ❓ rainbow 🌈 raised_hands 🙌 receipt 🧾 recycle ♻️ red_circle 🔴
relaxed ☺️ relieved 😌 repeat 🔁 rocket 🚀 rolling_on_the_floor_laughing 🤣 rotating_light 🚨 round_pushpin 📍 runner 🏃
sad 😞 scales ⚖️ scream 😱 seedling 🌱 see_no_evil 🙈 seven 7️⃣ shield 🛡️ shrug 🤷 six 6️⃣ slightly_smiling_face 🙂 smile 😄
smiley 😃 smirk 😏 snowflake ❄️ sob 😭 sos 🆘 sparkle ❇️ sparkles ✨ speech_balloon 💬 spiral_calendar_pad 🗓️
spiral_note_pad 🗒️ star ⭐ star2 🌟 stop_sign 🛑 stopwatch ⏱️ sunglasses 😎 sunny ☀️ sweat_smile 😅 tada 🎉
telephone_receiver 📞 thinking_face 🤔 three 3️⃣ thumbsdown 👎 thumbsup 👍 ticket 🎫 timer_clock ⏲️ toolbox 🧰 trophy 🏆 two 2️⃣
umbrella ☔ unamused 😒 unlock 🔓 upside_down_face 🙃 vertical_traffic_light 🚦 video_camera 📹 warning ⚠️ wastebasket 🗑️ wave 👋
white_check_mark ✅ white_circle ⚪ wink 😉 woman-shrugging 🤷‍♀️ world_map 🗺️ wrench 🔧 x ❌ yellow_heart 💛 zap ⚡ zero 0️⃣ zzz 💤`;

const words = table.trim().split(/\s+/);
const emoji = new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]]] : [])));

/** The character behind a short name without its colons (a skin tone is ignored), or null. */
export const emojiNamed = (name) => emoji.get(name.split("::")[0]) ?? null;

/** Names with their characters, of those that begin so. */
export const emojiBeginning = (begun) => [...emoji].filter(([name]) => name.startsWith(begun)).slice(0, 8);

/** Plain text with its `:short_names:` as characters. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emojiNamed(name) ?? whole);
