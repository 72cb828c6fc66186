using Rapport.Core.Intake;
using Rapport.TestKit;

namespace Rapport.Storage.Tests.Contract;

public abstract class NamesContract : StoreContract
{
    [Fact]
    public void Names_of_seventy_six_languages_come_back_letter_for_letter()
    {
        var names = Csv.Read(Path.Combine(SharedData.Require("vectors-names"), "faker_names_dev.csv"))
            .Select((row, i) => new SourcePatient
            {
                Id = $"{i:D5}",
                Identifiers = [new SourceIdentifier("urn:name", row["full"])],
                Names = [new SourceName { Text = row["full"], Family = row["last"], Given = [row["first"]] }],
            })
            .ToArray();
        names.Length.ShouldBeGreaterThan(600);

        Stores.Records.Write([.. names], A.Monday);

        Stores.Everyone().Select(h => h.Charts[0].Patient).ShouldBe(names);
    }
}
