using System.Collections.Frozen;

namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>First names and surnames that are ordinary words too: with a capital inside a sentence they name a person.</summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> Ambiguous = FrozenSet.ToFrozenSet(
        ["will", "may", "rose", "grace", "hope", "faith", "joy", "art", "mark", "bill", "dawn", "june", "april", "august", "page", "ray", "sue", "pat", "drew", "chase", "dean",
            "earl", "frank", "gene", "grant", "jack", "rob", "sunny", "summer", "autumn", "star", "bridge", "ivy", "lily", "violet", "daisy", "pearl", "ruby", "opal", "jade",
            "amber", "hazel", "olive", "sage", "rusty", "sandy", "holly", "penny", "ginger", "heather", "iris", "melody", "harmony", "charity", "patience", "constance",
            "best", "bright", "wise", "young", "long", "short", "small", "white", "black", "green", "brown", "gray", "wood", "wells", "rivers", "fields", "waters", "stone", "hill",
            "cook", "baker", "miller", "carter", "swift", "sharp", "moody", "day", "early", "noble", "price", "banks", "park", "parks", "case", "love", "church", "street", "fine", "kind", "walker",
            "flor", "rosa", "luz", "paz", "sol", "angel", "cruz", "reyes", "rey", "campo", "campos", "flores", "rios", "luna", "estrella", "esperanza", "consuelo", "dolores", "pilar", "rocio",
            "mercedes", "milagros", "soledad", "amparo", "remedios", "abril", "julio", "domingo", "salvador", "bueno", "delgado", "blanco", "moreno", "rubio", "guerra", "iglesias", "santos", "caridad"],
        StringComparer.Ordinal);

    public static bool AreWordsToo(string norm) => Ambiguous.Contains(norm);
}
