using System.Globalization;
using System.Text;

namespace Rapport.Samples.People;

/// <summary>Addresses at domains that exist only in examples (RFC 2606 §3).</summary>
internal static class EmailAddresses
{
    private static readonly string[] Domains = ["example.com", "example.net", "example.org"];

    public static Telecom Of(Person person)
    {
        var number = int.Parse(person.Id.AsSpan(1), CultureInfo.InvariantCulture);
        var name = person.Family is null ? person.Given[0] : $"{person.Given[0]}.{person.Family}";
        return new Telecom("email", $"{Plain(name)}{number}@{Domains[number % Domains.Length]}");
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter) || letter is '.')
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
