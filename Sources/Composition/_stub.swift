enum RoomComposition {}
