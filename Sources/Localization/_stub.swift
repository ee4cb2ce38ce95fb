enum RoomLocalization {}
