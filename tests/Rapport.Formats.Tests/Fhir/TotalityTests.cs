using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir;
using Rapport.Formats.Fhir.Json;
using Rapport.TestKit;

namespace Rapport.Formats.Tests.Fhir;

/// <summary>Whatever the bytes, reading ends and never throws.</summary>
public sealed class TotalityTests
{
    private static readonly string[] s_pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "null", "7", "1e400", "\"resourceType\":", "\"Patient\"", "\"Bundle\"", "\"entry\":[", "\"resource\":{", "\"id\":\"a\"", "\"name\":", "\"reference\":\"#\"", "\"contained\":[", "\"\\ud800\"", "\u00e9", "\"extension\":["];

    [Fact]
    public void Any_bytes_at_all_are_read_to_their_end() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => ReadAll(bytes ?? [])).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_pieces_of_FHIR_is_read_to_its_end() =>
        Prop.ForAll(Gen.Elements(s_pieces).ListOf().Select(pieces => Encoding.UTF8.GetBytes("{\"resourceType\":" + string.Concat(pieces))).ToArbitrary(), ReadAll)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Real_resources_with_any_damage_are_read_to_their_end()
    {
        var set = SharedData.Require("fhir-r4-examples");
        using var zip = ZipFile.OpenRead(Path.Combine(set, "hl7.fhir.r4.examples-4.0.1-instances.zip"));
        var random = new Random(20260601);
        foreach (var example in zip.Entries.Where(entry => FhirFeed.KeptResourceTypes.Append("Bundle").Any(type => entry.Name.StartsWith($"{type}-")) && entry.Length < 30_000))
        {
            using var stream = example.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            for (var i = 0; i < 25; i++)
            {
                ReadAll(Damaged(copy.ToArray(), random));
            }
        }
    }

    [Fact]
    public void A_date_is_read_from_bytes_as_it_is_from_text()
    {
        var written = from date in Gen.Choose(0, 400_000).Select(days => new DateTime(1750, 1, 1).AddDays(days).AddSeconds(days * 37L % 86_400))
                      from form in Gen.Elements("yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss.f'+05:30'", "yyyy-MM-dd'T'HH:mm:ss.fffffff'-11:45'", "yyyy-MM-dd'T'HH:mm'Z'")
                      from damage in Gen.Choose(0, 60)
                      from with in Gen.Elements('0', '9', '-', ':', 'T', 'Z', '+', '.', ' ')
                      select Replace(date.ToString(form), damage, with);

        Prop.ForAll(written.ToArbitrary(), text =>
        {
            var isDate = PointInTime.TryParse(text, out var expected);
            var isRead = Utf8Moment.TryParse(Encoding.UTF8.GetBytes(text), out var point);
            return isDate == isRead && expected == point;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    private static string Replace(string text, int at, char with) => at < text.Length ? text[..at] + with + text[(at + 1)..] : text;

    private static bool ReadAll(byte[] bytes)
    {
        Reading.Document(bytes).Issues.ShouldAllBe(issue => issue.Path.Length < 400);
        Reading.Lines(bytes);
        Reading.Of(FhirFeed.ReadLines(new MemoryStream([0x1F, 0x8B, .. bytes]), "x", Reading.Today));
        return true;
    }

    private static byte[] Damaged(byte[] json, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(json.Length);
            switch (random.Next(5))
            {
                case 0:
                    json[at] = (byte)random.Next(256);
                    break;
                case 1:
                    json[at] = "{}[]\",:0\\"u8[random.Next(9)];
                    break;
                case 2:
                    json = json[..Math.Max(at, 1)];
                    break;
                case 3:
                    json = [.. json[..at], .. json[Math.Min(json.Length, at + random.Next(20))..]];
                    break;
                default:
                    json = [.. json[..at], .. json.AsSpan(at, Math.Min(30, json.Length - at)), .. json[at..]];
                    break;
            }

            json = json.Length is 0 ? [0] : json;
        }

        return json;
    }
}
