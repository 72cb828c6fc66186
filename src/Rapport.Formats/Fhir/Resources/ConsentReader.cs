using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Formats.Fhir.Json;
using Rapport.Formats.Fhir.Values;

namespace Rapport.Formats.Fhir.Resources;

/// <summary>Reads what a patient allowed or forbade. Exceptions within a consent become records of their own: <c>id#2</c>, <c>id#3</c>…</summary>
internal static class ConsentReader
{
    public static void Read(ref FhirCursor json)
    {
        var consent = new SourceConsent { Id = "", Patient = "" };
        ValueList<Code> policy = [];
        var provisions = new List<Provision>();
        while (json.NextResourceField())
        {
            switch (json.Field)
            {
                case Field.PolicyRule:
                    policy = CodingReader.ReadConcepts(ref json);
                    break;
                case Field.Provision:
                    ProvisionReader.ReadAll(ref json, provisions);
                    break;
                default:
                    consent = ReadField(ref json, consent);
                    break;
            }
        }

        if (json.IsAbout(consent.Patient, "patient"))
        {
            consent = consent with { Id = json.Head.Id!, UpdatedAt = json.Head.UpdatedAt };
            Accept(ref json, consent, provisions is [] ? [default] : provisions, PermitOf(policy));
        }
    }

    private static SourceConsent ReadField(ref FhirCursor json, SourceConsent consent) => json.Field switch
    {
        Field.Patient or Field.Subject => consent with { Patient = WhoseReader.Read(ref json) ?? "" },
        Field.Status => consent with { Status = json.Word() },
        Field.Scope => consent with { Scopes = CodingReader.ReadConcepts(ref json) },
        Field.Category => consent with { Categories = CodingReader.ReadConcepts(ref json) },
        Field.DateTime => consent with { GivenOn = json.Moment() },
        _ => consent,
    };

    private static void Accept(ref FhirCursor json, SourceConsent consent, List<Provision> provisions, bool? policy)
    {
        for (var i = 0; i < provisions.Count; i++)
        {
            var provision = provisions[i];
            json.Session.Accept(consent with
            {
                Id = i is 0 ? consent.Id : $"{consent.Id}#{i + 1}",
                IsPermit = provision.IsPermit ?? (i is 0 ? policy : null),
                About = provision.About ?? [],
                Purposes = provision.Purposes ?? [],
                From = provision.Period.From,
                Until = provision.Period.Until,
            });
        }
    }

    // HL7 v3 ActCode: the rule that holds where the consent itself does not say permit or deny.
    private static bool? PermitOf(ValueList<Code> policy) => policy switch
    {
        [{ Value: "OPTIN" }, ..] => true,
        [{ Value: "OPTOUT" }, ..] => false,
        _ => null,
    };
}
