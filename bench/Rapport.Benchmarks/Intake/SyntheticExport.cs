using System.Globalization;
using System.Text;

namespace Rapport.Benchmarks.Intake;

/// <summary>Writes an NDJSON export with the mix, the shapes and the sizes of a real one, out of a seed.</summary>
internal static class SyntheticExport
{
    private const string Loinc = "http://loinc.org";
    private const string Snomed = "http://snomed.info/sct";

    private static readonly (string Code, string Name, string Unit)[] s_measures =
    [
        ("8302-2", "Body Height", "cm"), ("29463-7", "Body Weight", "kg"), ("39156-5", "Body Mass Index", "kg/m2"),
        ("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood", "%"), ("2093-3", "Total Cholesterol", "mg/dL"),
        ("2339-0", "Glucose", "mg/dL"), ("38483-4", "Creatinine", "mg/dL"), ("8867-4", "Heart rate", "/min"),
    ];

    private static readonly (string Code, string Name)[] s_findings =
    [
        ("444814009", "Viral sinusitis (disorder)"), ("38341003", "Hypertension"), ("44054006", "Diabetes"), ("162864005", "Body mass index 30+ - obesity (finding)"),
        ("195662009", "Acute viral pharyngitis (disorder)"), ("430193006", "Medication Reconciliation (procedure)"), ("73761001", "Colonoscopy"),
    ];

    public static int Write(string path, long bytes, int seed)
    {
        var random = new Random(seed);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20) { NewLine = "\n" };
        var (written, resources, patients) = (0L, 0, 0);
        var patient = "";
        while (written < bytes)
        {
            if (resources % 200 is 0)
            {
                patient = Id(random);
                var line = Patient(patient, random, patients++);
                file.WriteLine(line);
                written += line.Length + 1;
            }

            var next = Next(patient, random);
            file.WriteLine(next);
            written += next.Length + 1;
            resources++;
        }

        return resources + patients;
    }

    // Shares by count, as Synthea's exports have them.
    private static string Next(string patient, Random random) => random.Next(100) switch
    {
        < 40 => Observation(patient, random),
        < 55 => Encounter(patient, random),
        < 70 => Procedure(patient, random),
        < 76 => Immunization(patient, random),
        < 83 => DiagnosticReport(patient, random),
        < 88 => Condition(patient, random),
        < 93 => MedicationRequest(patient, random),
        _ => Claim(patient, random),
    };

    private static string Patient(string id, Random random, int number) =>
        $$$"""{"resourceType":"Patient","id":"{{{id}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Generated narrative {{{number}}}</div>"},"extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3","display":"White"}},{"url":"text","valueString":"White"}]},{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"F"}],"identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR","display":"Medical Record Number"}],"text":"Medical Record Number"},"system":"http://hospital.example.org","value":"{{{id}}}"}],"name":[{"use":"official","family":"Family{{{number}}}","given":["Given{{{number}}}","Second"],"prefix":["Mrs."]}],"telecom":[{"system":"phone","value":"555-{{{random.Next(100, 999)}}}-{{{random.Next(1000, 9999)}}}","use":"home"}],"gender":"female","birthDate":"{{{random.Next(1930, 2020)}}}-0{{{random.Next(1, 9)}}}-1{{{random.Next(9)}}}","address":[{"line":["{{{random.Next(999)}}} Elm Street"],"city":"Olathe","state":"KS","postalCode":"66061","country":"US"}],"maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M","display":"Married"}],"text":"Married"},"multipleBirthBoolean":false,"communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"en-US","display":"English (United States)"}],"text":"English (United States)"}}]}""";

    private static string Observation(string patient, Random random)
    {
        var (code, name, unit) = s_measures[random.Next(s_measures.Length)];
        var at = Time(random);
        var value = (random.NextDouble() * 200).ToString(CultureInfo.InvariantCulture);
        return $$$"""{"resourceType":"Observation","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-vital-signs"]},"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs","display":"Vital signs"}]}],"code":{{{Concept(Loinc, code, name)}}},"subject":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"effectiveDateTime":"{{{at}}}","issued":"{{{at[..19]}}}.724{{{at[19..]}}}","valueQuantity":{"value":{{{value}}},"unit":"{{{unit}}}","system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}""";
    }

    private static string Encounter(string patient, Random random)
    {
        var (code, name) = s_findings[random.Next(s_findings.Length)];
        var (from, until) = (Time(random), Time(random));
        var practitioner = random.Next(9_999_000, 9_999_400);
        return $$$"""{"resourceType":"Encounter","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-encounter"]},"identifier":[{"use":"official","system":"https://example.org/encounters","value":"{{{Id(random)}}}"}],"status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"type":[{{{Concept(Snomed, "185347001", "Encounter for problem (procedure)")}}}],"subject":{"reference":"Patient/{{{patient}}}","display":"Mrs. Given Family"},"participant":[{"type":[{{{Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "PPRF", "primary performer")}}}],"period":{"start":"{{{from}}}","end":"{{{until}}}"},"individual":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|{{{practitioner}}}","display":"Dr. Given Family"}}],"period":{"start":"{{{from}}}","end":"{{{until}}}"},"reasonCode":[{"coding":[{"system":"{{{Snomed}}}","code":"{{{code}}}","display":"{{{name}}}"}]}],"location":[{"location":{"reference":"Location?identifier=https://example.org/locations|3b23bdf7-5bd6-30bf-85a9-a37d7d749{{{random.Next(100, 130)}}}","display":"NORTH CLINIC"}}],"serviceProvider":{"reference":"Organization?identifier=https://example.org/organizations|a261e1fc-9361-3633-a2c4-8569a04b818d","display":"NORTH CLINIC"}}""";
    }

    private static string Procedure(string patient, Random random)
    {
        var (code, name) = s_findings[random.Next(s_findings.Length)];
        return $$$"""{"resourceType":"Procedure","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-procedure"]},"status":"completed","code":{{{Concept(Snomed, code, name)}}},"subject":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"performedPeriod":{"start":"{{{Time(random)}}}","end":"{{{Time(random)}}}"},"location":{"reference":"Location?identifier=https://example.org/locations|3b23bdf7-5bd6-30bf-85a9-a37d7d749100","display":"NORTH CLINIC"}}""";
    }

    private static string Immunization(string patient, Random random) =>
        $$$"""{"resourceType":"Immunization","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-immunization"]},"status":"completed","vaccineCode":{{{Concept("http://hl7.org/fhir/sid/cvx", "140", "Influenza, seasonal, injectable, preservative free")}}},"patient":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"occurrenceDateTime":"{{{Time(random)}}}","primarySource":true,"location":{"reference":"Location?identifier=https://example.org/locations|3b23bdf7-5bd6-30bf-85a9-a37d7d749100","display":"NORTH CLINIC"}}""";

    private static string DiagnosticReport(string patient, Random random)
    {
        var results = string.Join(",", Enumerable.Range(0, 6).Select(i => $$$"""{"reference":"Observation/{{{Id(random)}}}","display":"{{{s_measures[i].Name}}}"}"""));
        return $$$"""{"resourceType":"DiagnosticReport","id":"{{{Id(random)}}}","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0074","code":"LAB","display":"Laboratory"}]}],"code":{{{Concept(Loinc, "51990-0", "Basic Metabolic Panel")}}},"subject":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"effectiveDateTime":"{{{Time(random)}}}","issued":"{{{Time(random)}}}","result":[{{{results}}}]}""";
    }

    private static string Condition(string patient, Random random)
    {
        var (code, name) = s_findings[random.Next(s_findings.Length)];
        return $$$"""{"resourceType":"Condition","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-condition-encounter-diagnosis"]},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-category","code":"encounter-diagnosis","display":"Encounter Diagnosis"}]}],"code":{{{Concept(Snomed, code, name)}}},"subject":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"onsetDateTime":"{{{Time(random)}}}","recordedDate":"{{{Time(random)}}}"}""";
    }

    private static string MedicationRequest(string patient, Random random) =>
        $$$"""{"resourceType":"MedicationRequest","id":"{{{Id(random)}}}","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-medicationrequest"]},"status":"active","intent":"order","category":[{{{Concept("http://terminology.hl7.org/CodeSystem/medicationrequest-category", "community", "Community")}}}],"medicationCodeableConcept":{{{Concept("http://www.nlm.nih.gov/research/umls/rxnorm", "310325", "ferrous sulfate 325 MG Oral Tablet")}}},"subject":{"reference":"Patient/{{{patient}}}"},"encounter":{"reference":"Encounter/{{{Id(random)}}}"},"authoredOn":"{{{Time(random)}}}","requester":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999974493","display":"Dr. Given Family"},"dosageInstruction":[{"sequence":1,"timing":{"repeat":{"frequency":1,"period":1.0,"periodUnit":"d"}},"asNeededBoolean":false}]}""";

    private static string Claim(string patient, Random random)
    {
        var items = string.Join(",", Enumerable.Range(1, 4).Select(i => $$$"""{"sequence":{{{i}}},"productOrService":{{{Concept(Snomed, s_findings[i].Code, s_findings[i].Name)}}},"encounter":[{"reference":"Encounter/{{{Id(random)}}}"}]}"""));
        return $$$"""{"resourceType":"Claim","id":"{{{Id(random)}}}","status":"active","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"institutional"}]},"use":"claim","patient":{"reference":"Patient/{{{patient}}}"},"billablePeriod":{"start":"{{{Time(random)}}}","end":"{{{Time(random)}}}"},"created":"{{{Time(random)}}}","priority":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/processpriority","code":"normal"}]},"insurance":[{"sequence":1,"focal":true,"coverage":{"display":"Medicare"}}],"item":[{{{items}}}],"total":{"value":{{{random.Next(2000)}}}.25,"currency":"USD"}}""";
    }

    private static string Concept(string system, string code, string name) =>
        $$$"""{"coding":[{"system":"{{{system}}}","code":"{{{code}}}","display":"{{{name}}}"}],"text":"{{{name}}}"}""";

    private static string Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private static string Time(Random random) =>
        new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)).AddSeconds(random.Next(800_000_000)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
