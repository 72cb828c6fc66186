namespace Rapport.Samples.People;

/// <summary>Where invented people live: invented streets in invented towns of the state of New York.</summary>
internal static class Addresses
{
    private static readonly string[] Streets =
    [
        "Alder Street", "Birch Hollow Road", "Canal Street", "Depot Lane", "Elm Court", "Ferry Road", "Garden Street", "Hillcrest Avenue", "Ivy Lane",
        "Juniper Way", "Lakeview Drive", "Mill Pond Road", "North Street", "Orchard Lane", "Prospect Avenue", "Quarry Road", "River Street",
        "School Street", "Tannery Row", "Willow Bend",
    ];

    private static readonly (string City, string PostalCode)[] Towns =
        [("Cedar Falls Landing", "12099"), ("Millbrook Corners", "12098"), ("East Harwick", "12097"), ("Stone Ferry", "12096")];

    public static Address Any(Dice dice)
    {
        var (city, postalCode) = dice.Pick(Towns);
        var flat = dice.Percent(25) ? $", Apt {dice.Between(1, 12)}" : "";
        return new Address($"{dice.Between(2, 498)} {dice.Pick(Streets)}{flat}", city, postalCode);
    }
}
