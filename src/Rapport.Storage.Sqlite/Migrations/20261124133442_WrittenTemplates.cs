using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rapport.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WrittenTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "model_calls",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    task = table.Column<int>(type: "INTEGER", nullable: false),
                    program = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    input_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    output_tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    cost = table.Column<long>(type: "INTEGER", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model_calls", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateTable(
                name: "voice_cards",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    clinician = table.Column<string>(type: "TEXT", nullable: false),
                    card = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_cards", x => new { x.practice, x.clinician });
                });

            migrationBuilder.CreateTable(
                name: "written_templates",
                columns: table => new
                {
                    practice = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    situation = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    shade = table.Column<string>(type: "TEXT", nullable: false),
                    voice = table.Column<string>(type: "TEXT", nullable: true),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    writer = table.Column<string>(type: "TEXT", nullable: false),
                    prompt = table.Column<string>(type: "TEXT", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_from = table.Column<string>(type: "TEXT", nullable: true),
                    drill = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_written_templates", x => new { x.practice, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_touches_left",
                table: "touches",
                columns: new[] { "practice", "sent_at" },
                filter: "status >= 4 AND status <= 7");

            migrationBuilder.CreateIndex(
                name: "IX_model_calls_practice_at",
                table: "model_calls",
                columns: new[] { "practice", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "model_calls");

            migrationBuilder.DropTable(
                name: "voice_cards");

            migrationBuilder.DropTable(
                name: "written_templates");

            migrationBuilder.DropIndex(
                name: "IX_touches_left",
                table: "touches");
        }
    }
}
