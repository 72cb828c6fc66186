using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rapport.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chart",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    patient = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chart", x => new { x.practice, x.kind, x.id });
                });

            migrationBuilder.CreateTable(
                name: "identifiers",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    system = table.Column<string>(type: "TEXT", nullable: false),
                    patient = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identifiers", x => new { x.practice, x.value, x.system, x.patient });
                });

            migrationBuilder.CreateTable(
                name: "intake_issues",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<long>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    loss = table.Column<int>(type: "INTEGER", nullable: false),
                    noted_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_issues", x => new { x.practice, x.file, x.line, x.path, x.reason });
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateTable(
                name: "patients",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    household = table.Column<string>(type: "TEXT", nullable: false),
                    survivor = table.Column<string>(type: "TEXT", nullable: false),
                    merged_into = table.Column<string>(type: "TEXT", nullable: true),
                    is_deceased = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patients", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateTable(
                name: "practices",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    key_check = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices", x => x.practice);
                });

            migrationBuilder.CreateTable(
                name: "staff_tasks",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    patient = table.Column<string>(type: "TEXT", nullable: false),
                    program = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_tasks", x => new { x.practice, x.patient, x.program, x.subject, x.code });
                });

            migrationBuilder.CreateTable(
                name: "suppressed_addresses",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    suppressed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suppressed_addresses", x => new { x.practice, x.address });
                });

            migrationBuilder.CreateTable(
                name: "touches",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    patient = table.Column<string>(type: "TEXT", nullable: false),
                    household = table.Column<string>(type: "TEXT", nullable: false),
                    program = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    best_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    group_key = table.Column<string>(type: "TEXT", nullable: false),
                    rule_version = table.Column<string>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    template = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_touches", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    patient = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: true),
                    moved_from = table.Column<long>(type: "INTEGER", nullable: true),
                    moved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cancelled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visits", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_chart_practice_patient_kind_id",
                table: "chart",
                columns: new[] { "practice", "patient", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_identifiers_practice_patient",
                table: "identifiers",
                columns: new[] { "practice", "patient" });

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_household_survivor_id",
                table: "patients",
                columns: new[] { "practice", "household", "survivor", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_patients_practice_merged_into",
                table: "patients",
                columns: new[] { "practice", "merged_into" },
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_touches_due",
                table: "touches",
                columns: new[] { "practice", "due_at", "program", "expires_at", "household", "group_key" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_touches_planned",
                table: "touches",
                columns: new[] { "practice", "household", "group_key", "id" },
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "IX_touches_practice_address",
                table: "touches",
                columns: new[] { "practice", "address" });

            migrationBuilder.CreateIndex(
                name: "IX_touches_practice_household_group_key",
                table: "touches",
                columns: new[] { "practice", "household", "group_key" });

            migrationBuilder.CreateIndex(
                name: "IX_touches_practice_patient_id",
                table: "touches",
                columns: new[] { "practice", "patient", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_touches_practice_subject",
                table: "touches",
                columns: new[] { "practice", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_practice_patient_id",
                table: "visits",
                columns: new[] { "practice", "patient", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chart");

            migrationBuilder.DropTable(
                name: "identifiers");

            migrationBuilder.DropTable(
                name: "intake_issues");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "patients");

            migrationBuilder.DropTable(
                name: "practices");

            migrationBuilder.DropTable(
                name: "staff_tasks");

            migrationBuilder.DropTable(
                name: "suppressed_addresses");

            migrationBuilder.DropTable(
                name: "touches");

            migrationBuilder.DropTable(
                name: "visits");
        }
    }
}
