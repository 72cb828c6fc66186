using System.Text.Json.Nodes;
using Rapport.Formats.Fhir;

namespace Rapport.Formats.Tests.Fhir;

/// <summary>An issue is read by many: it says where and what, never whose or which value.</summary>
public sealed class NoPatientDataInIssuesTests
{
    private const string Marker = "Zanzibar";

    [Fact]
    public void No_issue_repeats_what_stood_in_the_record()
    {
        foreach (var type in FhirFeed.KeptResourceTypes)
        {
            foreach (var field in Enum.GetNames<Rapport.Formats.Fhir.Json.Field>())
            {
                var name = char.ToLowerInvariant(field[0]) + field[1..];
                var resource = new JsonObject { ["resourceType"] = type, ["id"] = "x", ["subject"] = new JsonObject { ["reference"] = Marker } };
                if (name is not ("resourceType" or "id"))
                {
                    resource[name] = new JsonObject { [Marker] = Marker, ["value"] = Marker, ["reference"] = Marker, ["start"] = Marker };
                }

                var reading = Reading.Document(System.Text.Encoding.UTF8.GetBytes(resource.ToJsonString()));

                reading.Issues.ShouldAllBe(issue => !issue.Path.Contains(Marker) && !issue.Reason.Contains(Marker));
            }
        }
    }
}
