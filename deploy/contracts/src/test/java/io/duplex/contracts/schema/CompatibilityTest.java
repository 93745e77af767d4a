package io.duplex.contracts.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.Edits;
import io.duplex.contracts.suite.Documents;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final JsonNode RELEASED = Documents.read(Path.of("src/test/resources/schema/Parcel.schema.json"));

    /** What is changed, where, into what (nothing: removed), whom it breaks, and the field that is named. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            optional field added              | /properties/colour                | {"type":"string"}                   |          |
            optional nested field added       | /properties/lines/items/properties/colour | {"type":"string"}           |          |
            description changed               | /description                      | "Something to be sent"              |          |
            title of a field added            | /properties/note/title            | "A note"                            |          |
            examples added                    | /properties/note/examples         | ["fragile"]                         |          |
            extension keyword added           | /properties/note/x-owner          | "warehouse"                         |          |
            definition written out            | /properties/price                 | {"type":"object","required":["amount","currency"],"properties":{"amount":{"type":"string"},"currency":{"type":"string","minLength":3}}} | |
            parts of an allOf written out     | /properties/address               | {"type":"object","required":["street","city"],"properties":{"city":{"type":"string"},"street":{"type":"string"}}} | |
            enum reordered                    | /properties/size/enum             | ["L","M","S"]                       |          |
            choices reordered                 | /properties/target/oneOf          | [{"type":"integer"},{"type":"string"}] |       |
            required field removed            | /properties/id                    |                                     | BACKWARD FORWARD | /id
            optional field removed            | /properties/note                  |                                     | BACKWARD FORWARD | /note
            nested field removed              | /properties/lines/items/properties/quantity |                           | BACKWARD FORWARD | /lines/*/quantity
            field of a definition removed     | /$defs/Money/properties/currency  |                                     | BACKWARD FORWARD | /price/currency
            field of an allOf part removed    | /$defs/Place/properties/city      |                                     | BACKWARD FORWARD | /address/city
            optional field made required      | /required                         | ["id","size","lines","note"]        | BACKWARD | /note
            undescribed field made required   | /required                         | ["id","size","lines","colour"]      | BACKWARD | /colour
            nested field made required        | /properties/lines/items/required  | ["sku","quantity"]                  | BACKWARD | /lines/*/quantity
            required field made optional      | /required                         | ["id","lines"]                      | FORWARD  | /size
            nested field made optional        | /properties/lines/items/required  | []                                  | FORWARD  | /lines/*/sku
            field of a definition optional    | /$defs/Money/required             | ["amount"]                          | FORWARD  | /price/currency
            field of an allOf part optional   | /properties/address/allOf/1/required | []                               | FORWARD  | /address/street
            type changed                      | /properties/note/type             | "integer"                           | BACKWARD FORWARD | /note
            object turned into text           | /properties/price                 | {"type":"string"}                   | BACKWARD FORWARD | /price
            array turned into its element     | /properties/lines/type            | "object"                            | BACKWARD FORWARD | /lines
            type widened to number            | /properties/weight/type           | "number"                            | FORWARD  | /weight
            type narrowed to integer          | /properties/volume/type           | "integer"                           | BACKWARD | /volume
            type given up                     | /properties/volume/type           |                                     | FORWARD  | /volume
            null added                        | /properties/note/type             | ["string","null"]                   | FORWARD  | /note
            null no longer                    | /properties/reason/type           | "string"                            | BACKWARD | /reason
            enum narrowed                     | /properties/size/enum             | ["S","M"]                           | BACKWARD | /size
            enum widened                      | /properties/size/enum             | ["S","M","L","XL"]                  | FORWARD  | /size
            enum replaced                     | /properties/size/enum             | ["S","M","XL"]                      | BACKWARD FORWARD | /size
            enum given up                     | /properties/size/enum             |                                     | FORWARD  | /size
            enum added                        | /properties/note/enum             | ["fragile"]                         | BACKWARD | /note
            value fixed                       | /properties/size/const            | "S"                                 | BACKWARD | /size
            minimum raised                    | /properties/weight/minimum        | 2                                   | BACKWARD | /weight
            minimum lowered                   | /properties/weight/minimum        | 0                                   | FORWARD  | /weight
            maximum lowered                   | /properties/weight/maximum        | 999                                 | BACKWARD | /weight
            maximum raised                    | /properties/weight/maximum        | 1001                                | FORWARD  | /weight
            length limited                    | /properties/code/maxLength        | 3                                   | BACKWARD | /code
            length limit given up             | /properties/note/maxLength        |                                     | FORWARD  | /note
            empty text allowed                | /properties/lines/items/properties/sku/minLength | 0                    | FORWARD  | /lines/*/sku
            empty array allowed               | /properties/lines/minItems        | 0                                   | FORWARD  | /lines
            minimum length that says nothing  | /properties/note/minLength        | 0                                   |          |
            pattern changed                   | /properties/code/pattern          | "^[A-Z]{3,4}$"                      | BACKWARD FORWARD | /code
            pattern added                     | /properties/note/pattern          | "^[a-z]*$"                          | BACKWARD | /note
            format given up                   | /properties/id/format             |                                     | FORWARD  | /id
            format added                      | /properties/note/format           | "date"                              | BACKWARD | /note
            items narrowed                    | /properties/lines/items/type      | ["object","null"]                   | FORWARD  | /lines/*
            map's values changed              | /properties/labels/additionalProperties/type | "integer"                | BACKWARD FORWARD | /labels/*
            closed object opened              | /properties/seal/additionalProperties | true                            | FORWARD  | /seal/*
            open object closed                | /additionalProperties             | false                               | BACKWARD | /*
            field added to a closed object    | /properties/seal/properties/colour| {"type":"string"}                   | FORWARD  | /seal/colour
            choice removed                    | /properties/target/oneOf          | [{"type":"string"}]                 | BACKWARD | /target
            choice added                      | /properties/target/oneOf          | [{"type":"string"},{"type":"integer"},{"type":"boolean"}] | FORWARD | /target
            keyword that is not understood    | /properties/lines/contains        | {"type":"string"}                   | BACKWARD | /lines
            """)
    void knowsWhomAChangeBreaks(String change, String pointer, String json, String broken, String field) {
        JsonNode current = json == null ? Edits.without(RELEASED, pointer) : Edits.set(RELEASED, pointer, json);

        List<Break> breaks = Compatibility.breaks(RELEASED, current, EnumSet.allOf(Direction.class));

        assertThat(breaks.stream()
                        .map(found -> found.direction().name())
                        .distinct()
                        .collect(joining(" ")))
                .as("%s", breaks)
                .isEqualTo(broken == null ? "" : broken);
        if (field != null) {
            assertThat(breaks).extracting(Break::field).contains(field);
        }
    }

    @Test
    void aRequiredFieldThatIsAddedBreaksWhatWasAlreadyTold() {
        JsonNode current = Edits.set(
                Edits.set(RELEASED, "/properties/colour", "{\"type\":\"string\"}"),
                "/required",
                "[\"id\",\"size\",\"lines\",\"colour\"]");

        assertThat(Compatibility.breaks(RELEASED, current, EnumSet.allOf(Direction.class)))
                .contains(new Break(Direction.BACKWARD, "/colour", "added as required"));
    }

    @Test
    void aDirectionThatIsNotAskedForIsNotReported() {
        JsonNode widened = Edits.set(RELEASED, "/properties/size/enum", "[\"S\",\"M\",\"L\",\"XL\"]");

        assertThat(Compatibility.breaks(RELEASED, widened, Set.of(Direction.BACKWARD)))
                .isEmpty();
    }

    @Test
    void saysWhatWasAndWhatIs() {
        JsonNode raised = Edits.set(RELEASED, "/properties/weight/minimum", "2");

        assertThat(Compatibility.breaks(RELEASED, raised, EnumSet.allOf(Direction.class)))
                .hasToString("[/weight: minimum was 1, is 2 (data of the released version no longer fits)]");
    }
}
