enum RoomStatistics {}
