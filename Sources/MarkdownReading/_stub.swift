enum RoomMarkdownReading {}
