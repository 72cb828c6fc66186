using System.Buffers;
using System.Text;
using Rapport.Core.Intake;
using Rapport.Core.Primitives;
using Rapport.Storage.Intake;

namespace Rapport.Storage.Tests.Intake;

public sealed class ChartJsonTests
{
    public static TheoryData<Type> RecordTypes =>
        [.. typeof(SourceRecord).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(SourceRecord)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void A_record_with_everything_in_it_comes_back_the_same(Type type)
    {
        var record = (SourceRecord)Filled.Instance(type);

        ReadBack(record).ShouldBe(record);
    }

    [Theory]
    [MemberData(nameof(RecordTypes))]
    public void A_record_with_nothing_but_what_it_must_have_comes_back_the_same(Type type)
    {
        var record = (SourceRecord)Filled.Required(type);

        ReadBack(record).ShouldBe(record);
    }

    [Fact]
    public void A_list_or_a_yes_that_an_older_version_did_not_know_is_read_as_a_new_records_own()
    {
        var patient = (SourcePatient)ChartJson.Read(ChartKind.Patient, "{}"u8, "1", "1", null);

        patient.ShouldBe(new SourcePatient { Id = "1" });
        patient.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void A_record_keeps_its_own_date_beside_an_instant_that_says_another()
    {
        var at = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(-5));
        var condition = new SourceCondition { Id = "c", Patient = "p", From = new PointInTime(new PartialDate(2026, 3, 3), at), Until = new PointInTime(new PartialDate(2027)) };

        ReadBack(condition).ShouldBe(condition);
    }

    [Fact]
    public void What_the_columns_say_and_what_is_usual_is_left_out()
    {
        var condition = new SourceCondition { Id = "c", Patient = "p", UpdatedAt = DateTimeOffset.UnixEpoch, ClinicalStatus = "active" };

        Encoding.UTF8.GetString(ChartDocument.Of(condition).Body).ShouldBe("""{"clinicalStatus":"active"}""");
    }

    private static SourceRecord ReadBack(SourceRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = ChartJson.WriterTo(buffer);
        ChartJson.Write(writer, record);
        writer.Flush();
        var patient = (record as ChartRecord)?.Patient ?? "";
        return ChartJson.Read(ChartKinds.KindOf(record), buffer.WrittenSpan, record.Id, patient, record.UpdatedAt);
    }
}
