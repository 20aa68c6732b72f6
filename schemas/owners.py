"""Who may change what: the owners of fields, as the coordination plan shares out the work.

A user of the server writes in one of these roles; a centre's machines write as the centre.
"""

from __future__ import annotations

from .formatting.label import Label

CENTRE = "centre"
DISTRICT, DISTRICT_ASSOCIATION = "district", "district_association"
PROVINCE, ASSOCIATION = "province", "association"

OWNERS = {
    CENTRE: Label("Trung tâm học tập cộng đồng", "Community learning centre"),
    DISTRICT: Label("Phòng Giáo dục và Đào tạo", "District education office"),
    DISTRICT_ASSOCIATION: Label("Hội Khuyến học huyện", "District learning association"),
    PROVINCE: Label("Sở Giáo dục và Đào tạo", "Department of Education and Training"),
    ASSOCIATION: Label("Hội Khuyến học tỉnh", "Provincial learning association"),
}
OF_A_DISTRICT = (DISTRICT, DISTRICT_ASSOCIATION)
