using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>Code that makes events and exceptions of the messages that arrive.</summary>
internal static class EventReaderEmitter
{
    public static void WriteRead(CodeWriter code, StructurePlan plan, Dictionary<string, StructurePlan> structures)
    {
        using (code.Block($"public static {plan.Name} Read(EventMessage message)"))
        {
            if (plan.Members.Any(member => !structures[member.Type.Name].IsBoundEvent))
            {
                code.Line("Utf8JsonReader reader;");
            }

            using (code.Block("switch (message.EventType)"))
            {
                foreach (MemberPlan member in plan.Members)
                {
                    code.Line($"case {Literals.String(member.WireName)}:");
                    using (code.Indented())
                    {
                        WriteCase(code, plan, member, structures[member.Type.Name]);
                    }
                }

                code.Line("default:");
                using (code.Indented())
                {
                    code.Line($"return new {plan.Name}.Unknown(message.EventType);");
                }
            }
        }
    }

    private static void WriteCase(CodeWriter code, StructurePlan plan, MemberPlan member, StructurePlan target)
    {
        string @case = $"new {plan.Name}.{member.PropertyName}";
        if (target.IsBoundEvent)
        {
            code.Line($"return {@case}(Read{member.PropertyName}(message));");
        }
        else
        {
            code.Line("reader = message.JsonReader();");
            code.Line($"return {@case}({JsonReaderEmitter.Read(member.Type)});");
        }
    }

    public static void WriteCreateException(CodeWriter code, StructurePlan plan)
    {
        if (plan.StreamExceptions.Count == 0)
        {
            code.Line("public static ServiceException? CreateException(in ErrorResponse error) => null;");
            return;
        }

        code.Line("public static ServiceException? CreateException(in ErrorResponse error) =>");
        using (code.Indented())
        using (code.Block("error.Code switch", "};"))
        {
            foreach (KeyValuePair<string, string> exception in plan.StreamExceptions)
            {
                code.Line($"{Literals.String(exception.Key)} => {exception.Value}.Read(in error),");
            }

            code.Line("_ => null,");
        }
    }

    /// <summary>The method for an event some of whose members are headers of the message, or its payload.</summary>
    public static void WriteReadBound(CodeFile file, MemberPlan member, StructurePlan target)
    {
        CodeWriter code = file.Code;
        using (code.Block($"private static {target.Name} Read{member.PropertyName}(EventMessage message)"))
        {
            List<MemberPlan> body = [];
            foreach (MemberPlan part in target.Members)
            {
                if (part.IsEventHeader)
                {
                    code.Line($"{part.Type.Name}? {part.LocalName} = {Header(part)};");
                }
                else if (part.IsEventPayload)
                {
                    WritePayload(code, part);
                }
                else
                {
                    body.Add(part);
                }
            }

            if (body.Count > 0)
            {
                JsonReaderEmitter.WriteLocals(code, body);
                code.Line("Utf8JsonReader reader = message.JsonReader();");
                code.Line("reader.ExpectObject();");
                JsonReaderEmitter.WriteMemberLoop(code, body);
            }

            JsonReaderEmitter.WriteResult(file, target, target.Members);
        }
    }

    private static string Header(MemberPlan member)
    {
        string name = Literals.String(member.WireName);
        return member.Type is EnumType
            ? $"message.Header<string>({name}) is {{ }} {member.LocalName}Text ? new {member.Type.Name}({member.LocalName}Text) : null"
            : $"message.Header<{member.Type.Name}{(member.Type.IsValueType ? "?" : "")}>({name})";
    }

    private static void WritePayload(CodeWriter code, MemberPlan member)
    {
        string local = $"{member.Type.Name}? {member.LocalName}";
        switch (member.Type)
        {
            case BlobType:
                code.Line($"{local} = message.Payload;");
                break;
            case StringType:
                code.Line($"{local} = Encoding.UTF8.GetString(message.Payload.Span);");
                break;
            default:
                code.Line("Utf8JsonReader reader = message.JsonReader();");
                code.Line($"{local} = {JsonReaderEmitter.Read(member.Type)};");
                break;
        }
    }
}
